import * as z from 'zod';
import { action, refuse } from '#lib/api/action.server.ts';
import { text, textOrNull } from '#lib/forms/schema.server.ts';
import { AskForMembership, WithdrawJoinRequest } from './membership.documents.ts';

/** What the forms of `join-panel.svelte` do; a page with one spreads them into its actions. */
export const joinActions = {
  join: action(
    z.object({
      centreId: text,
      message: textOrNull,
      key: text,
      wishEquipmentId: textOrNull,
      wishStartsAt: textOrNull,
      wishEndsAt: textOrNull,
    }),
    AskForMembership,
    ({ centreId, message, key, ...wish }) => ({
      input: { centreId, message, wish: wishOf(wish), idempotencyKey: key },
    }),
    ({ askForMembership }, _event, typed) =>
      askForMembership.__typename === 'JoinRefusal'
        ? refuse({ code: 'CONFLICT', message: askForMembership.message }, typed)
        : { joined: askForMembership.joinRequest.state === 'ACCEPTED' },
  ),
  withdraw: action(
    z.object({ joinRequestId: text }),
    WithdrawJoinRequest,
    (values) => values,
    () => ({}),
  ),
};

interface SentWish {
  readonly wishEquipmentId: string | null;
  readonly wishStartsAt: string | null;
  readonly wishEndsAt: string | null;
}
const wishOf = ({ wishEquipmentId: equipmentId, wishStartsAt: startsAt, wishEndsAt: endsAt }: SentWish) =>
  equipmentId && startsAt && endsAt ? { equipmentId, startsAt, endsAt } : null;
