import { GraphQLError } from 'graphql';
import { DomainError, type ErrorCode } from '../../../shared/errors.ts';
import type { Limits } from './limits.ts';

/** What is said of a document or operation beyond a limit. */
const codes = {
  characters: 'DOCUMENT_TOO_LARGE',
  tokens: 'DOCUMENT_TOO_LARGE',
  definitions: 'DOCUMENT_TOO_LARGE',
  depth: 'OPERATION_TOO_DEEP',
  rootFields: 'OPERATION_TOO_WIDE',
  aliases: 'OPERATION_TOO_WIDE',
  directives: 'OPERATION_TOO_WIDE',
  repeats: 'OPERATION_TOO_WIDE',
  cost: 'TOO_COSTLY',
} as const satisfies Partial<Record<keyof Limits, ErrorCode>>;

export type Figure = keyof typeof codes;

/** The refusal of the first figure beyond its limit; undefined where all are within. */
export function beyond(figures: Partial<Record<Figure, number>>, limits: Limits): DomainError | undefined {
  for (const [figure, value] of Object.entries(figures) as [Figure, number][]) {
    const limit = limits[figure];
    if (value > limit) return new DomainError(codes[figure], undefined, [], { figure, value, limit });
  }
  return undefined;
}

/** An error as transports take them; what is refused within is shown in the reader's language. */
export function asGraphQLError(error: unknown, code?: string): GraphQLError {
  const options = code ? { extensions: { code } } : {};
  if (!(error instanceof Error)) return new GraphQLError(String(error), options);
  if (!(error instanceof GraphQLError)) return new GraphQLError(error.message, { originalError: error });
  const { message, nodes, source, positions, originalError } = error;
  return code ? new GraphQLError(message, { nodes, source, positions, originalError, ...options }) : error;
}

/** The refusal that an error carries: a limit's, a variable's, or one that ended a stream. */
export function refusalIn(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (!(error instanceof GraphQLError)) return undefined;
  // The parser stops at the limit, so that how many there are in all is not known.
  const limit = Number(/contains more tha[nt] (\d+) tokens/.exec(error.message)?.[1]);
  if (limit > 0 && !error.path) {
    return new DomainError('DOCUMENT_TOO_LARGE', undefined, [], { figure: 'tokens', value: limit + 1, limit });
  }
  return refusalIn(error.originalError);
}
