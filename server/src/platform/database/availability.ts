import { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import { DomainError } from '../../shared/errors.ts';
import { defaultLocale, type Locale, negotiateLocale } from '../i18n/locale.rules.ts';
import { isOutage } from './retry.ts';
import type { Database } from './tables.ts';

/** The database could not be reached before anybody knew who asks; answered with 503 in the asker's language. */
export class UnavailableError extends GraphQLError {
  readonly locale: Locale;
  /** By which `isOutage` knows it, whatever a library made of the cause. */
  readonly code = 'UNAVAILABLE';

  constructor(locale: Locale, cause: unknown) {
    super('UNAVAILABLE', { originalError: new DomainError('UNAVAILABLE'), extensions: { http: { status: 503 } } });
    this.locale = locale;
    this.cause = cause;
  }
}

/**
 * Runs what libraries do with the database before a request's own work, and tells an outage from their other
 * failures: some hide the cause, so the database itself is asked.
 */
export async function orUnavailable<Result>(
  headers: Pick<Headers, 'get'>,
  answers: () => Promise<boolean>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isOutage(error) && (await answers())) throw error;
    const locale = negotiateLocale(headers.get('accept-language') ?? undefined) ?? defaultLocale;
    throw new UnavailableError(locale, error);
  }
}

/** Whether the database answers at all, and in time. */
export const databaseAnswers = (db: Database): Promise<boolean> =>
  withinPatience(() => sql`select 1`.execute(db).then(() => true));

/** A check that has not answered by then, in milliseconds, has failed. */
const patience = 1500;

/** Whether a check says yes in time. */
export async function withinPatience(check: () => Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patience);
  try {
    return await Promise.race([check().catch(() => false), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
