import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { codeActions } from '#lib/features/account/code-actions.server.ts';
import { readPendingCode } from '#lib/features/account/pending-code.server.ts';
import { loadHeld } from '#lib/features/booking/hold/hold.server.ts';
import { pickedFields } from '#lib/features/booking/pick/picked-fields.server.ts';
import { slotOf } from '#lib/features/booking/pick/slots.server.ts';
import { loadPicking } from '#lib/features/booking/picker/picking.server.ts';
import { AlternativeFields, ReasonFields } from '#lib/features/booking/timeline.documents.ts';
import { joinActions } from '#lib/features/membership/join-actions.server.ts';
import { pictureOf } from '#lib/features/pictures/equipment-picture.server.ts';
import { textOrNull } from '#lib/forms/schema.server.ts';
import { release, signIn, signUp } from './enter.server.ts';
import { EquipmentPage } from './equipment.documents.ts';

const BookEquipment = graphql(
  `
    mutation BookEquipment($input: BookEquipmentInput!) {
      bookEquipment(input: $input) {
        __typename
        ... on Booked { booking { id } }
        ... on BookingRefused { reasons { ...ReasonFields } alternatives { ...AlternativeFields } }
      }
    }
  `,
  [ReasonFields, AlternativeFields],
);

export const load = async (event) => {
  const { locals, params } = event;
  const { me } = await event.parent();
  // First, as a hold that becomes the reader's changes what they may do.
  const held = await loadHeld(event, params.id, me !== null);
  const { equipment } = await locals.graphql.query(EquipmentPage, { id: params.id });
  const next = equipment.nextFree && slotOf(equipment.nextFree, equipment, undefined);
  const pending = me ? null : await readPendingCode(event);
  return {
    equipment,
    picture: pictureOf(equipment),
    next,
    pending,
    picking: await loadPicking(event, equipment, { held }),
  };
};

export const actions = {
  ...codeActions,
  signUp,
  signIn,
  release,
  ...joinActions,
  book: action(
    z.object({ ...pickedFields, purpose: textOrNull }),
    BookEquipment,
    ({ key, ...wanted }, { params }) => ({ input: { equipmentId: params.id, ...wanted, idempotencyKey: key } }),
    ({ bookEquipment }, event, typed) => {
      if (bookEquipment.__typename === 'BookingRefused') return fail(409, { typed, reasons: bookEquipment.reasons });
      return goDone(event, `/bookings/${bookEquipment.booking.id}`, 'booked');
    },
  ),
};
