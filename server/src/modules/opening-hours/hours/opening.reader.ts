import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Opening } from './opening.rules.ts';
import { openingColumns, openingOf, type StoredOpening } from './stored-opening.reader.ts';

/** When one equipment can be reached. */
export interface EquipmentOpening {
  readonly opening: Opening;
  /** Whether the weekly hours are its own, not its centre's. */
  readonly ownHours: boolean;
  /** Equal for all equipment with equal hours, so that their stretches need computing once. */
  readonly sharedKey: string;
}

/** The hours that hold for equipment by id, in one statement. */
export async function readOpenings(
  ctx: Context,
  equipmentIds: readonly string[],
): Promise<ReadonlyMap<string, EquipmentOpening>> {
  const { rows } = await sql<{ id: string; centreId: string } & StoredOpening>`
    select e.id, e.centre_id as "centreId", ${openingColumns(sql`e.centre_id`, sql`e.id`)}
    from equipment e where e.id = any(${sql.val([...equipmentIds])}::uuid[])`.execute(db(ctx));
  return new Map(
    rows.map((row) => {
      const { opening, ownHours, ownExceptions } = openingOf(row);
      return [row.id, { opening, ownHours, sharedKey: ownHours || ownExceptions ? row.id : row.centreId }];
    }),
  );
}
