import { type Context, db } from '../../../../platform/context/context.ts';
import { badInput, DomainError, notFound } from '../../../../shared/errors.ts';
import { isId } from '../../../../shared/ids/ids.ts';
import { mayChangeOpeningHours } from '../opening-hours.policy.ts';

/** Whose hours are meant: a centre's, or those that one equipment keeps of its own. */
export interface OwnerChoice {
  readonly centreId?: string | null | undefined;
  readonly equipmentId?: string | null | undefined;
}

export interface OpeningOwner {
  readonly centreId: string;
  /** Null where the hours are the centre's. */
  readonly equipmentId: string | null;
  /** The centre's IANA zone. */
  readonly zone: string;
  /** Of the centre, or of the equipment; grows with every change of what it is open by. */
  readonly version: number;
}

/**
 * The owner of hours that the actor may change. With `lock` whoever else changes them, and every booking of the
 * equipment, waits until the transaction ends. Throws BAD_INPUT, NOT_FOUND, and FORBIDDEN for all but managers.
 */
export async function findOwner(ctx: Context, choice: OwnerChoice, lock = false): Promise<OpeningOwner> {
  const { centreId, equipmentId } = choice;
  if (Boolean(centreId) === Boolean(equipmentId)) {
    throw badInput([{ field: 'centreId', message: { key: 'openingHours.oneOwner' } }]);
  }
  const id = centreId || equipmentId || '';
  const owner = isId(id) ? await (centreId ? readCentre(ctx, id, lock) : readEquipment(ctx, id, lock)) : undefined;
  if (!owner) throw notFound();
  if (!mayChangeOpeningHours(ctx.actor, owner.centreId)) throw new DomainError('FORBIDDEN');
  return owner;
}

async function readCentre(ctx: Context, id: string, lock: boolean): Promise<OpeningOwner | undefined> {
  const query = db(ctx).selectFrom('centre').select(['id as centreId', 'zone', 'version']).where('id', '=', id);
  const row = await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
  return row && { ...row, equipmentId: null };
}

const readEquipment = (ctx: Context, id: string, lock: boolean): Promise<OpeningOwner | undefined> => {
  const query = db(ctx)
    .selectFrom('equipment')
    .innerJoin('centre', 'centre.id', 'equipment.centre_id')
    .select(['centre.id as centreId', 'equipment.id as equipmentId', 'centre.zone', 'equipment.version'])
    .where('equipment.id', '=', id);
  return (lock ? query.forNoKeyUpdate('equipment') : query).executeTakeFirst();
};

/** All equipment that is open by these hours. */
export async function readOpenBy(tx: Context, { centreId, equipmentId }: OpeningOwner): Promise<string[]> {
  if (equipmentId !== null) return [equipmentId];
  const rows = await db(tx)
    .selectFrom('equipment')
    .select('id')
    .where('centre_id', '=', centreId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
