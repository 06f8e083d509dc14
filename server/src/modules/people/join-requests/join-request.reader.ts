import { type Context, db } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { isId } from '../../../shared/ids/ids.ts';
import type { JoinRequestState } from './join-request.enums.ts';
import { maySeeJoinRequest } from './join-request.policy.ts';

const selectJoinRequests = (database: Database) =>
  database
    .selectFrom('join_request')
    .select([
      'id',
      'person_id as personId',
      'centre_id as centreId',
      'message',
      'state',
      'reason',
      'wish_equipment_id as wishEquipmentId',
      'wish_starts_at as wishStartsAt',
      'wish_ends_at as wishEndsAt',
      'created_at as createdAt',
      'decided_at as decidedAt',
      'decided_by_id as decidedById',
      'version',
    ]);

type Stored = Awaited<ReturnType<ReturnType<typeof selectJoinRequests>['execute']>>[number];

export type JoinRequestRow = ReturnType<typeof requestOf>;

const requestOf = (stored: Stored) => ({
  ...stored,
  reason: stored.reason ?? null,
  wishEquipmentId: stored.wishEquipmentId ?? null,
  wishStartsAt: stored.wishStartsAt ?? null,
  wishEndsAt: stored.wishEndsAt ?? null,
  decidedAt: stored.decidedAt ?? null,
  decidedById: stored.decidedById ?? null,
});

/** Requests by id, whoever asks; `maySeeJoinRequest` decides what is shown. */
export async function readJoinRequests(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JoinRequestRow>> {
  const rows = await selectJoinRequests(db(ctx))
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, requestOf(row)]));
}

/** One request that the actor may see, locked until the transaction ends where `lock` is set. */
export async function findJoinRequest(ctx: Context, id: string, lock = false): Promise<JoinRequestRow | undefined> {
  if (!isId(id)) return undefined;
  const query = selectJoinRequests(db(ctx)).where('id', '=', id);
  const stored = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const row = stored && requestOf(stored);
  return row && maySeeJoinRequest(ctx.actor, row) ? row : undefined;
}

/** Which requests to list: those of a person, newest first, or those made to a centre, oldest first. */
export type JoinRequestsOf =
  | { readonly personId: string }
  | { readonly centreId: string; readonly state: JoinRequestState };

const chosen = (ctx: Context, of: JoinRequestsOf) =>
  'personId' in of
    ? selectJoinRequests(db(ctx)).where('person_id', '=', of.personId)
    : selectJoinRequests(db(ctx)).where('centre_id', '=', of.centreId).where('state', '=', of.state);

/** A request's place in either list. */
export const joinRequestKeyset = (row: JoinRequestRow): Keyset => [row.createdAt.toISOString(), row.id];

/** One page of requests; whoever calls it has asked the policy. */
export async function listJoinRequests(
  ctx: Context,
  of: JoinRequestsOf,
  { first, after }: { first: number; after: Keyset | undefined },
): Promise<PageOf<JoinRequestRow>> {
  const direction = 'personId' in of ? 'desc' : 'asc';
  let query = chosen(ctx, of)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(first + 1);
  if (after) {
    const [createdAt, id] = [new Date(String(after[0])), String(after[1])];
    const beyond = direction === 'asc' ? '>' : '<';
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), beyond, tuple(createdAt, id)));
  }
  return pageOf((await query.execute()).map(requestOf), first);
}

/** How many requests such a list has. */
export async function countJoinRequests(ctx: Context, of: JoinRequestsOf): Promise<number> {
  const { count } = await chosen(ctx, of)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
