import type { Context } from '../../../platform/context/context.ts';

/** The public address of a page, in the reader's language. */
export const pageAddress = ({ origin, locale }: Pick<Context, 'origin' | 'locale'>, path: string): string =>
  `${origin}/${locale}${path}`;

/** The address of a time on the page of equipment. */
export function slotAddress(
  ctx: Pick<Context, 'origin' | 'locale'>,
  slot: { readonly equipmentId: string; readonly unitId?: string; readonly start: number; readonly end: number },
): string {
  const short = (at: number) => new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');
  const { equipmentId, unitId, start, end } = slot;
  return pageAddress(
    ctx,
    `/equipment/${equipmentId}?from=${short(start)}&to=${short(end)}${unitId ? `&unit=${unitId}` : ''}`,
  );
}
