import type { Message } from '../platform/i18n/translate.ts';
import type { FieldProblem } from './field-problem.rules.ts';

/** Every code that `extensions.code` of an error may carry. */
export const errorCodes = [
  'BAD_INPUT',
  'NOT_FOUND',
  'SIGN_IN_REQUIRED',
  'EMAIL_NOT_VERIFIED',
  'FORBIDDEN',
  'CONFLICT',
  'STALE_VERSION',
  'IDEMPOTENCY_KEY_REUSED',
  'CURSOR_INVALID',
  'DOCUMENT_UNKNOWN',
  'DOCUMENT_TOO_LARGE',
  'OPERATION_TOO_DEEP',
  'OPERATION_TOO_WIDE',
  'TOO_COSTLY',
  'TOO_MANY_REQUESTS',
  'TRY_LATER',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

const defaultMessages = {
  BAD_INPUT: 'errors.badInput',
  NOT_FOUND: 'errors.notFound',
  SIGN_IN_REQUIRED: 'errors.signInRequired',
  EMAIL_NOT_VERIFIED: 'errors.emailNotVerified',
  FORBIDDEN: 'errors.forbidden',
  CONFLICT: 'errors.conflict',
  STALE_VERSION: 'errors.staleVersion',
  IDEMPOTENCY_KEY_REUSED: 'errors.idempotencyKeyReused',
  CURSOR_INVALID: 'errors.cursorInvalid',
  DOCUMENT_UNKNOWN: 'errors.documentUnknown',
  DOCUMENT_TOO_LARGE: 'errors.documentTooLarge',
  OPERATION_TOO_DEEP: 'errors.operationTooDeep',
  OPERATION_TOO_WIDE: 'errors.operationTooWide',
  TOO_COSTLY: 'errors.tooCostly',
  TOO_MANY_REQUESTS: 'errors.tooManyRequests',
  TRY_LATER: 'errors.tryLater',
  UNAVAILABLE: 'errors.unavailable',
  INTERNAL: 'errors.internal',
} as const satisfies Record<ErrorCode, Message['key']>;

export type Figures = Readonly<Record<string, string | number>>;

/** A refusal or mistake that people are told of; translated where the answer is written. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly say: Message;
  readonly problems: readonly FieldProblem[];
  /** What the refusal is measured by, for programs; stands in `extensions` and may stand in the message. */
  readonly figures: Figures;

  constructor(code: ErrorCode, say?: Message, problems: readonly FieldProblem[] = [], figures: Figures = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.say = say ??
      problems[0]?.message ?? { key: defaultMessages[code], parameters: { detail: '', reference: '', ...figures } };
    this.problems = problems;
    this.figures = figures;
  }
}

/** The thing does not exist, or the actor may not know of it; both sound the same. */
export const notFound = () => new DomainError('NOT_FOUND');

/** Input that cannot be used, with every problem at once. */
export const badInput = (problems: readonly FieldProblem[]) => new DomainError('BAD_INPUT', undefined, problems);

/** What a violated constraint means for the person who met it. */
export const constraintErrors: Readonly<Record<string, ErrorCode>> = {
  occupancy_no_overlap: 'CONFLICT',
  hold_person_standing_unique: 'CONFLICT',
  idempotency_key_pkey: 'CONFLICT',
  // The account was erased after the request had been signed in.
  idempotency_key_person_id_foreign: 'SIGN_IN_REQUIRED',
  hold_person_id_foreign: 'SIGN_IN_REQUIRED',
};
