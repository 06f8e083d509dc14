import { GraphQLError } from 'graphql';
import { DomainError } from '../../shared/errors.ts';
import { defaultLocale, type Locale, negotiateLocale } from '../i18n/locale.rules.ts';
import { isOutage } from './retry.ts';

/** The database could not be reached before anybody knew who asks; answered with 503 in the asker's language. */
export class UnavailableError extends GraphQLError {
  readonly locale: Locale;

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
