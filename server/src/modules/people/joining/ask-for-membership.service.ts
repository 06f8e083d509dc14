import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { type Stretch, stretchProblems } from '../../../shared/time/stretch.rules.ts';
import { joinRequested } from '../join-requests/join-request.events.ts';
import { waitingState } from '../join-requests/join-request-lifecycle.rules.ts';
import { beginMembership } from '../memberships/begin-membership.service.ts';
import { decideJoin, type JoinDecision } from './join.rules.ts';
import { readStandings, type Standing } from './join-facts.reader.ts';

/** The longest message to the staff, in characters. */
export const longestMessage = 1000;
/** The longest time that a newcomer may wish for, in days. */
export const longestWish = 31;

export interface AskForMembership extends Repeatable {
  readonly centreId: string;
  readonly message?: string | null;
  /** What the person would book as a member. */
  readonly wish?: (Stretch & { readonly equipmentId: string }) | null;
}

/** Why somebody cannot become a member now. */
export interface JoinRefusal extends Extract<JoinDecision, { outcome: 'REFUSED' }> {
  readonly standing: Standing;
}

/** A request that was sent, or accepted at once where the centre is open; or what stands in the way. */
export type AskResult = Done | JoinRefusal;

/**
 * Asks a centre for membership; where it is open to all, the person is a member at once. The database lets one
 * request of a person wait at a centre. Throws SIGN_IN_REQUIRED, BAD_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
 */
export async function askForMembership(ctx: Context, input: AskForMembership): Promise<AskResult> {
  signedIn(ctx);
  const { centreId, wish } = input;
  const message = (input.message ?? '').trim();
  const problems = problemsOf(message, wish);
  if (problems.length > 0) throw badInput(problems);
  if (!isId(centreId) || (wish && !isId(wish.equipmentId))) throw notFound();
  return transact(ctx, async (tx) => {
    await holdStill(tx, input);
    return idempotent<JoinRefusal | undefined>(tx, 'askForMembership', input, async (id) => {
      const decision = await decided(tx, centreId);
      if (decision.outcome === 'REFUSED') return decision;
      return decision.outcome === 'JOIN' ? join(tx, id, message, input) : send(tx, id, message, input);
    });
  });
}

function problemsOf(message: string, wish: AskForMembership['wish']): FieldProblem[] {
  const text = textProblem(message, { minimum: 0, maximum: longestMessage });
  return [
    ...(text ? [{ field: 'message', message: text }] : []),
    ...(wish ? stretchProblems(wish, longestWish) : []).map((each) => ({ ...each, field: `wish.${each.field}` })),
  ];
}

/** Who asks and what is asked stay until the transaction ends: no account is erased, no centre changes its rules. */
async function holdStill(tx: Context, { centreId, wish }: AskForMembership): Promise<void> {
  const rows = db(tx);
  const { personId } = signedIn(tx);
  const person = rows.selectFrom('person').select('id').where('id', '=', personId).forKeyShare();
  if (!(await person.executeTakeFirst())) throw new DomainError('SIGN_IN_REQUIRED');
  const centre = rows.selectFrom('centre').select('id').where('id', '=', centreId).forShare();
  if (!(await centre.executeTakeFirst())) throw notFound();
  if (!wish) return;
  const wanted = rows.selectFrom('equipment').select('id').where('id', '=', wish.equipmentId);
  if (!(await wanted.where('centre_id', '=', centreId).executeTakeFirst())) throw notFound();
}

async function decided(
  tx: Context,
  centreId: string,
): Promise<Exclude<JoinDecision, { outcome: 'REFUSED' }> | JoinRefusal> {
  const standing = (await readStandings(tx, [centreId])).get(centreId);
  if (!standing) throw notFound();
  const decision = decideJoin(standing.facts, tx.now);
  return decision.outcome === 'REFUSED' ? { ...decision, standing } : decision;
}

/** The person, another request of whom came first, is told what it came to. */
async function tooLate(tx: Context, centreId: string): Promise<JoinRefusal> {
  const decision = await decided(tx, centreId);
  if (decision.outcome !== 'REFUSED') throw new DomainError('CONFLICT');
  return decision;
}

async function join(tx: Context, id: string, message: string, input: AskForMembership) {
  const { centreId } = input;
  const { personId } = signedIn(tx);
  if (!(await beginMembership(tx, { personId, centreId, joinRequestId: id }))) return tooLate(tx, centreId);
  const row = rowOf(tx, id, message, input);
  await db(tx)
    .insertInto('join_request')
    .values({ ...row, state: 'accepted', decided_at: tx.now })
    .execute();
  return undefined;
}

async function send(tx: Context, id: string, message: string, input: AskForMembership) {
  const { centreId } = input;
  const sent = await db(tx)
    .insertInto('join_request')
    .values({ ...rowOf(tx, id, message, input), state: waitingState })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'centre_id']).where('state', '=', waitingState).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!sent) return tooLate(tx, centreId);
  record(tx, joinRequested({ id, centreId, personId: signedIn(tx).personId }));
  return undefined;
}

const rowOf = (tx: Context, id: string, message: string, { centreId, wish }: AskForMembership) => ({
  id,
  person_id: signedIn(tx).personId,
  centre_id: centreId,
  message,
  wish_equipment_id: wish?.equipmentId ?? null,
  wish_starts_at: wish?.startsAt ?? null,
  wish_ends_at: wish?.endsAt ?? null,
  created_at: tx.now,
  version: 1,
});
