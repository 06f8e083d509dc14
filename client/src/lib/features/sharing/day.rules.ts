import type { Stretch } from './card.rules.ts';

interface Segment {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly kind: 'FREE' | 'TAKEN' | 'UNBOOKABLE' | 'CLOSED';
}

const kinds = { FREE: 'free', TAKEN: 'taken', UNBOOKABLE: 'unbookable', CLOSED: 'closed' } as const;

/** The day of an equipment, from midnight to midnight, as shares of it. */
export function stretchesOf(segments: readonly Segment[]): Stretch[] {
  const start = Date.parse(segments[0]?.startsAt ?? '');
  const whole = Date.parse(segments.at(-1)?.endsAt ?? '') - start;
  const share = (at: string) => (Date.parse(at) - start) / whole;
  return segments.map(({ startsAt, endsAt, kind }) => ({
    from: share(startsAt),
    to: share(endsAt),
    kind: kinds[kind],
  }));
}

const shareOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / (24 * 60);
};

/** The hours of a day at which a centre is open. */
export const dayOf = (hours: readonly { readonly opens: string; readonly closes: string }[]): Stretch[] =>
  hours.map(({ opens, closes }) => ({ from: shareOf(opens), to: shareOf(closes), kind: 'free' }));
