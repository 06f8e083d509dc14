import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { constraintErrors, DomainError } from '../../shared/errors.ts';
import { isOutage } from '../database/retry.ts';
import { tookTooLong } from '../database/statement-limit.ts';
import type { Locale } from '../i18n/locale.rules.ts';
import { translate } from '../i18n/translate.ts';
import { refusalIn } from './guard/refusal.ts';

/** Codes of GraphQL's own mistakes (syntax, unknown fields), which concern developers and stay in English. */
const protocolCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * What the outside may see of an error, the same over HTTP and WebSocket: refusals in the reader's language
 * with their code; anything unexpected as INTERNAL with a reference that stands in the log.
 */
export function presentError(error: unknown, locale: Locale, log: Logger): GraphQLFormattedError {
  const place = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};
  const cause = refusalIn(error) ?? asDomainError(unwrapResolverError(error));
  if (cause) {
    return {
      ...place,
      message: translate(locale, cause.say.key, cause.say.parameters),
      extensions: {
        code: cause.code,
        ...cause.figures,
        ...(cause.problems.length > 0 && {
          problems: cause.problems.map(({ field, message }) => ({
            field,
            message: translate(locale, message.key, message.parameters),
          })),
        }),
      },
    };
  }
  if (error instanceof GraphQLError && isProtocolError(error)) {
    const code = String(error.extensions.code ?? 'BAD_REQUEST');
    return { ...place, message: error.message, extensions: { code: code === 'BAD_USER_INPUT' ? 'BAD_INPUT' : code } };
  }
  const reference = randomUUID();
  log.error({ err: unwrapResolverError(error), reference, path: place.path }, 'unexpected error');
  return {
    ...place,
    message: translate(locale, 'errors.internal', { reference }),
    extensions: { code: 'INTERNAL', reference },
  };
}

function asDomainError(error: unknown): DomainError | undefined {
  if (isOutage(error)) return new DomainError('UNAVAILABLE');
  if (tookTooLong(error)) return new DomainError('TRY_LATER');
  const constraint = (error as { constraint?: string } | null)?.constraint;
  const code = constraint === undefined ? undefined : constraintErrors[constraint];
  return code && new DomainError(code);
}

/** Made by GraphQL itself about the document or its variables, not thrown by a resolver. */
function isProtocolError(error: GraphQLError): boolean {
  const { originalError } = error;
  const code = error.extensions.code;
  if (typeof code === 'string') return protocolCodes.has(code);
  return originalError === undefined || originalError instanceof GraphQLError;
}
