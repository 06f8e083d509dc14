import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { badInput } from '../../../shared/errors.ts';

/** In bytes, of all pictures and documents of a centre. */
export const roomOfCentre = 200 * 1024 * 1024;

/** Until the transaction ends others who add files for the same centre or thing wait. */
export const lockRoom = (tx: Context, id: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`files:${id}`}, 0))`.execute(db(tx));

/** How many bytes the files of a centre take; one that is shown twice counts once. */
export async function usedRoom(ctx: Context, centreId: string): Promise<number> {
  const pictures = await db(ctx)
    .selectFrom('picture')
    .select(({ fn, cast }) => cast<number>(fn.coalesce(fn.sum('bytes'), sql`0`), 'double precision').as('bytes'))
    .where('id', 'in', (eb) => eb.selectFrom('picture_use').select('picture_id').where('centre_id', '=', centreId))
    .executeTakeFirstOrThrow();
  return pictures.bytes;
}

/** Throws BAD_INPUT where a centre has no room for so many bytes more. */
export async function assertRoom(tx: Context, centreId: string | null, bytes: number): Promise<void> {
  if (centreId === null || (await usedRoom(tx, centreId)) + bytes <= roomOfCentre) return;
  const megabytes = roomOfCentre / 1024 / 1024;
  throw badInput([{ field: 'file', message: { key: 'pictures.noRoom', parameters: { megabytes } } }]);
}
