import { dateIn, dayIn } from '#lib/time/local-days.server.ts';

const atLeast = 3 * 3_600_000;

/** The end of the day at a place, at least three hours ahead. */
export function endOfToday(now: Date, zone: string): Date {
  const at = now.getTime();
  return new Date(Math.max(dayIn(zone, dateIn(zone, at)).end, at + atLeast));
}

interface Free {
  readonly name: string;
  readonly nextFree: { readonly startsAt: string } | null;
  readonly centre: { readonly slug: string };
}

const startOf = ({ nextFree }: Free) => (nextFree ? Date.parse(nextFree.startsAt) : Number.MAX_SAFE_INTEGER);

/**
 * So many of what is free, soonest first: one of each kind before the second of any, so that a glance shows what there
 * is, and of those what stands in the reader's own centres.
 */
export function glance<Thing extends Free>(things: readonly Thing[], most: number, own: ReadonlySet<string>): Thing[] {
  const isOwn = ({ centre }: Free) => Number(own.has(centre.slug));
  const seen = new Map<string, number>();
  return things
    .toSorted((a, b) => isOwn(b) - isOwn(a))
    .map((thing) => {
      const before = seen.get(thing.name) ?? 0;
      seen.set(thing.name, before + 1);
      return { thing, before };
    })
    .sort((a, b) => a.before - b.before)
    .slice(0, most)
    .map(({ thing }) => thing)
    .sort((a, b) => startOf(a) - startOf(b));
}
