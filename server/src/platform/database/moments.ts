import type { KyselyPlugin } from 'kysely';

/** PostgreSQL's text of a `timestamptz` (`2026-11-22 10:00:00.123+00`), and the ISO 8601 text of its JSON. */
const moment = /^\d{4,6}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$/;
/** All our moments stand in columns of these names, read under them or in camel case. */
const momentName = /(_at|At|answer_by|answerBy|valid_from|validFrom|valid_until|validUntil)$/;

/**
 * Moments as `Date`, in rows and in the JSON of relations read along with them: both drivers hand over text, which
 * compares with dates as if it were never in the past.
 */
export const momentsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    for (const row of result.rows) revive(row);
    return result;
  },
};

function revive(value: unknown): void {
  if (Array.isArray(value)) for (const each of value) revive(each);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date)) reviveFields(value as Fields);
}

type Fields = Record<string, unknown>;

/** Every row of every list passes here, so nothing is allocated on the way. */
function reviveFields(fields: Fields): void {
  for (const name in fields) {
    const value = fields[name];
    if (typeof value === 'object') revive(value);
    else if (typeof value === 'string' && isMoment(name, value)) fields[name] = new Date(value);
  }
}

const shortestMoment = '2026-11-22T10:00:00Z'.length;

const isMoment = (name: string, value: string): boolean =>
  value.length >= shortestMoment && momentName.test(name) && moment.test(value);
