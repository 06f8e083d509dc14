import type { CombinedError } from '@urql/core';
import type { graphql } from './graphql.ts';

/** Every code that an answer of the API may carry. */
export type ErrorCode = ReturnType<typeof graphql.scalar<'ErrorCode'>>;

/** What is wrong with one field of an input, in the reader's language. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Why the API did not do what was asked: in the reader's language, with a code to act on. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  /** The field at fault, where it is one. */
  readonly field?: string | undefined;
  /** Everything that is wrong with an input, field by field. */
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly reference?: string | undefined;
}

/** The HTTP status of a page that could not be shown for this reason. */
export const statusOf: Record<ErrorCode, number> = {
  BAD_INPUT: 400,
  CURSOR_INVALID: 400,
  SIGN_IN_REQUIRED: 401,
  EMAIL_NOT_VERIFIED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE_VERSION: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  DOCUMENT_UNKNOWN: 400,
  DOCUMENT_TOO_LARGE: 400,
  OPERATION_TOO_DEEP: 400,
  OPERATION_TOO_WIDE: 400,
  TOO_COSTLY: 400,
  TOO_MANY_REQUESTS: 429,
  TRY_LATER: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const isFieldProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'field' in value && 'message' in value;
const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && value in statusOf;

/** The first problem of an answer; anything unforeseen, such as an unreachable API, is INTERNAL. */
export function problemOf(failure: CombinedError): Problem {
  const [first] = failure.graphQLErrors;
  const extensions = first?.extensions ?? {};
  return {
    code: isCode(extensions.code) ? extensions.code : 'INTERNAL',
    message: first?.message ?? failure.message,
    field: text(extensions.field),
    problems: Array.isArray(extensions.problems) ? extensions.problems.filter(isFieldProblem) : undefined,
    reference: text(extensions.reference),
  };
}

/** The first message about each field of a refused input. */
export function fieldErrors(problem: Problem | undefined): Partial<Record<string, string>> {
  return Object.fromEntries((problem?.problems ?? []).map(({ field, message }) => [field, message]).reverse());
}
