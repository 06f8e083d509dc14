import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import type { AuditValues } from '../../../platform/events/audit/audit-values.rules.ts';

/** Which entries: those of a centre, and of these only the ones that every given filter names. */
export interface AuditOf {
  readonly centreId: string;
  /** Done by this person, or about them. */
  readonly personId: string | null;
  readonly kind: string | null;
  readonly objectId: string | null;
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly actorId?: string | null;
  readonly personId?: string | null;
  readonly objectType: string;
  readonly objectId: string;
  /** Of the machine it was about; null where it was about none, or one that is gone. */
  readonly equipmentName?: string | null;
  readonly before: AuditValues;
  readonly after: AuditValues;
  readonly reason?: string | null;
}

const entriesOf = (ctx: Context, { centreId, personId, kind, objectId }: AuditOf) =>
  db(ctx)
    .selectFrom('audit_entry')
    .where('audit_entry.centre_id', '=', centreId)
    .$if(kind !== null, (query) => query.where('audit_entry.kind', '=', kind ?? ''))
    .$if(objectId !== null, (query) => query.where('audit_entry.object_id', '=', objectId ?? ''))
    .$if(personId !== null, (query) =>
      query.where(({ eb, or }) =>
        or([eb('audit_entry.actor_id', '=', personId ?? ''), eb('audit_entry.person_id', '=', personId ?? '')]),
      ),
    );

/** An entry's place in the list. */
export const auditKeyset = ({ at, id }: AuditRow): Keyset => [at.toISOString(), id];

/** One page of who did what at a centre, newest first. */
export async function listAudit(
  ctx: Context,
  of: AuditOf,
  { first, after }: { readonly first: number; readonly after: Keyset | undefined },
): Promise<PageOf<AuditRow>> {
  let query = entriesOf(ctx, of)
    .leftJoin('booking', (join) =>
      join.on('audit_entry.object_type', '=', 'booking').onRef('booking.id', '=', 'audit_entry.object_id'),
    )
    .leftJoin('equipment', (join) =>
      join.on(({ eb, and, or, ref }) =>
        or([
          eb('equipment.id', '=', ref('booking.equipment_id')),
          and([eb('audit_entry.object_type', '=', 'equipment'), eb('equipment.id', '=', ref('audit_entry.object_id'))]),
        ]),
      ),
    )
    .select([
      'audit_entry.id',
      'audit_entry.at',
      'audit_entry.kind',
      'audit_entry.actor_id as actorId',
      'audit_entry.person_id as personId',
      'audit_entry.object_type as objectType',
      'audit_entry.object_id as objectId',
      'equipment.name as equipmentName',
      'audit_entry.reason',
      sql<AuditValues>`audit_entry.before`.as('before'),
      sql<AuditValues>`audit_entry.after`.as('after'),
    ])
    .orderBy('audit_entry.at', 'desc')
    .orderBy('audit_entry.id', 'desc')
    .limit(first + 1);
  if (after) {
    const [at, id] = [new Date(String(after[0])), String(after[1])];
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('audit_entry.at', 'audit_entry.id'), '<', tuple(at, id)),
    );
  }
  const rows = await query.execute();
  return pageOf(
    rows.map((row) => ({ ...row, at: new Date(row.at) })),
    first,
  );
}

/** How many entries there are. */
export async function countAudit(ctx: Context, of: AuditOf): Promise<number> {
  const { count } = await entriesOf(ctx, of)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The kinds of acts that a centre's audit has, in no order. */
export async function readAuditKinds(ctx: Context, centreId: string): Promise<string[]> {
  const rows = await db(ctx)
    .selectFrom('audit_entry')
    .select('kind')
    .distinct()
    .where('centre_id', '=', centreId)
    .execute();
  return rows.map(({ kind }) => kind);
}
