import type { Actor } from '../../../access/actor.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { waitingState } from '../join-requests/join-request-lifecycle.rules.ts';
import { type MembershipRow, readMembershipsAt } from '../memberships/membership.reader.ts';
import type { JoinFacts } from './join.rules.ts';

/** How the actor stands towards a centre. */
export interface Standing {
  readonly centre: CentreRow;
  readonly facts: JoinFacts;
  /** The actor's one membership there, also one that has ended or is to begin. */
  readonly membership: MembershipRow | null;
  /** The actor's request that waits, or else the last one. */
  readonly requestId: string | null;
}

/** How the actor stands towards each of many centres. */
export async function readStandings(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const { actor } = ctx;
  const [centres, memberships, requests] = await Promise.all([
    readCentres(ctx, centreIds),
    actor.kind === 'member' ? readMembershipsAt(ctx, actor.personId, centreIds) : new Map<string, MembershipRow>(),
    actor.kind === 'member' ? readLastRequests(ctx, actor.personId, centreIds) : new Map<string, LastRequests>(),
  ]);
  return new Map(
    [...centres].map(([id, centre]) => [id, standingOf(ctx, centre, memberships.get(id), requests.get(id))]),
  );
}

function standingOf(
  ctx: Context,
  centre: CentreRow,
  membership: MembershipRow | undefined,
  requests: LastRequests | undefined,
): Standing {
  const ended = membership?.validUntil ? membership.validUntil <= ctx.now : false;
  const facts: JoinFacts = {
    access: centre.membershipAccess,
    ...signOf(ctx.actor),
    member: membership !== undefined && !ended,
    endedByStaff: ended && membership?.endReason !== null,
    askedAt: requests?.askedAt ?? null,
    declinedAt: requests?.declinedAt ?? null,
  };
  return { centre, facts, membership: membership ?? null, requestId: requests?.id ?? null };
}

const signOf = (actor: Actor) => ({
  signedIn: actor.kind === 'member',
  emailVerified: actor.kind === 'member' && actor.emailVerified,
});

interface LastRequests {
  readonly id: string;
  readonly askedAt: Date | null;
  readonly declinedAt: Date | null;
}

/** A person's last request at each centre, and when they last were declined; the one that waits is always the last. */
async function readLastRequests(
  ctx: Context,
  personId: string,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, LastRequests>> {
  const rows = await db(ctx)
    .selectFrom('join_request')
    .distinctOn(['centre_id', 'state'])
    .select(['id', 'centre_id as centreId', 'state', 'created_at as createdAt', 'decided_at as decidedAt'])
    .where('person_id', '=', personId)
    .where('centre_id', 'in', [...centreIds])
    .orderBy('centre_id')
    .orderBy('state')
    .orderBy('created_at', 'desc')
    .execute();
  const byCentre = Map.groupBy(rows, (row) => row.centreId);
  return new Map(
    [...byCentre].map(([centreId, own]) => {
      const last = own.reduce((a, b) => (b.createdAt > a.createdAt ? b : a));
      const waiting = own.find(({ state }) => state === waitingState);
      const declined = own.find(({ state }) => state === 'declined');
      return [
        centreId,
        {
          id: (waiting ?? last).id,
          askedAt: waiting?.createdAt ?? null,
          declinedAt: declined?.decidedAt ?? null,
        },
      ];
    }),
  );
}
