import { type Context, db } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import type { EmailCategory } from './email-stop.enums.ts';
import { isToken } from './email-stop.rules.ts';

export interface EmailStopRow {
  readonly category: EmailCategory;
  readonly stopped: boolean;
}

/** The switch that a token opens. Throws NOT_FOUND. */
export async function findEmailStop(ctx: Context, token: string): Promise<EmailStopRow> {
  if (!isToken(token)) throw notFound();
  const row = await db(ctx)
    .selectFrom('email_stop')
    .select(['category', 'stopped_at'])
    .where('token', '=', token)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { category: row.category, stopped: row.stopped_at !== null };
}

/** The categories of e-mails that people stopped, by person. */
export async function readStopped(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<EmailCategory>>> {
  const rows = await db(ctx)
    .selectFrom('email_stop')
    .select(['person_id', 'category'])
    .where('person_id', 'in', [...personIds])
    .where('stopped_at', 'is not', null)
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.person_id);
  return new Map([...byPerson].map(([person, stops]) => [person, new Set(stops.map(({ category }) => category))]));
}
