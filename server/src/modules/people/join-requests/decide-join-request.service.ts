import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { longestReason } from '../../../shared/text/reason.rules.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { clockTime, dayName } from '../../../shared/text/wording.rules.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { beginMembership } from '../memberships/begin-membership.service.ts';
import { readPeople } from '../persons/person.reader.ts';
import { joinRequestAccepted, joinRequestDeclined, joinRequestWithdrawn } from './join-request.events.ts';
import { mayCommandJoinRequest } from './join-request.policy.ts';
import { findJoinRequest, type JoinRequestRow } from './join-request.reader.ts';
import { type JoinRequestCommand, stateAfter, waitingState } from './join-request-lifecycle.rules.ts';

const happened = { accept: joinRequestAccepted, decline: joinRequestDeclined, withdraw: joinRequestWithdrawn };

/**
 * Accepts a request: the person is a member from now on; one who is already stays what they are. Throws NOT_FOUND,
 * FORBIDDEN, and CONFLICT, which tells what was decided, where somebody was faster.
 */
export const acceptJoinRequest = (ctx: Context, input: { readonly joinRequestId: string }): Promise<void> =>
  decide(ctx, 'accept', input.joinRequestId, null);

/** Declines a request with a reason for the person to read. Throws BAD_INPUT, and what accepting throws. */
export async function declineJoinRequest(
  ctx: Context,
  { joinRequestId, reason }: { readonly joinRequestId: string; readonly reason: string },
): Promise<void> {
  const problem = textProblem(reason, { minimum: 1, maximum: longestReason });
  if (problem) throw badInput([{ field: 'reason', message: problem }]);
  await decide(ctx, 'decline', joinRequestId, reason.trim());
}

/** Withdraws one's own request. Throws NOT_FOUND, FORBIDDEN, and CONFLICT once it was answered. */
export const withdrawJoinRequest = (ctx: Context, input: { readonly joinRequestId: string }): Promise<void> =>
  decide(ctx, 'withdraw', input.joinRequestId, null);

/** Under a lock of the request: of any number of commands one is carried out, and repeating it changes nothing. */
async function decide(
  ctx: Context,
  command: JoinRequestCommand,
  joinRequestId: string,
  reason: string | null,
): Promise<void> {
  const { personId: deciderId } = signedIn(ctx);
  await transact(ctx, async (tx) => {
    const request = await findJoinRequest(tx, joinRequestId, true);
    if (!request) throw notFound();
    if (!mayCommandJoinRequest(tx.actor, command, request)) throw new DomainError('FORBIDDEN');
    const state = stateAfter(command);
    const decidedById = command === 'withdraw' ? null : deciderId;
    if (request.state === state && request.decidedById === decidedById) return;
    if (request.state !== waitingState) throw await decidedBefore(tx, request);
    await db(tx)
      .updateTable('join_request')
      .set({ state, reason, decided_at: tx.now, decided_by_id: decidedById, version: request.version + 1 })
      .where('id', '=', request.id)
      .execute();
    record(tx, happened[command]({ ...request, reason }));
    if (command === 'accept') await beginMembership(tx, { ...request, joinRequestId: request.id });
  });
}

async function decidedBefore(ctx: Context, request: JoinRequestRow): Promise<DomainError> {
  const { state, decidedById } = request;
  const [centre, decider] = await Promise.all([
    load(ctx, readCentres, request.centreId),
    decidedById === null ? undefined : load(ctx, readPeople, decidedById),
  ]);
  const zone = centre?.zone ?? 'UTC';
  const at = (request.decidedAt ?? ctx.now).getTime();
  const name = decider?.name ?? '';
  const parameters = {
    ...{ state, name, named: name === '' ? 'no' : 'yes' },
    day: dayName(at, zone, ctx.locale, ctx.now.getTime()),
    time: clockTime(at, zone, ctx.locale),
  };
  const figures = { state: state.toUpperCase(), decidedAt: new Date(at).toISOString(), decidedBy: name };
  return new DomainError('CONFLICT', { key: 'membership.decided', parameters }, [], figures);
}
