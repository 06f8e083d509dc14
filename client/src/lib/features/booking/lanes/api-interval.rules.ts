import type { Interval } from '@talka/server/shared/time/interval.rules.ts';

/** An interval as the API writes it. */
export interface ApiInterval {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** An interval of the API in epoch milliseconds. */
export const intervalOf = ({ startsAt, endsAt }: ApiInterval): Interval => ({
  start: Date.parse(startsAt),
  end: Date.parse(endsAt),
});
