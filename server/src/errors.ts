import type { Message } from './i18n/translate.ts';

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
  INTERNAL: 'errors.internal',
} as const satisfies Record<ErrorCode, Message['key']>;

/** What is wrong with one input field, for the form that shows it. */
export interface FieldProblem {
  /** Path of the input, such as `title` or `startsAt`. */
  readonly field: string;
  readonly message: Message;
}

/** A refusal or mistake that people are told of; translated where the answer is written. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly say: Message;
  readonly problems: readonly FieldProblem[];

  constructor(code: ErrorCode, say?: Message, problems: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.say = say ?? problems[0]?.message ?? { key: defaultMessages[code], parameters: { detail: '', reference: '' } };
    this.problems = problems;
  }
}

/** The thing does not exist, or the actor may not know of it; both sound the same. */
export const notFound = () => new DomainError('NOT_FOUND');

/** Input that cannot be used, with every problem at once. */
export const badInput = (problems: readonly FieldProblem[]) => new DomainError('BAD_INPUT', undefined, problems);

/** What a violated constraint means for the person who met it. */
export const constraintErrors: Readonly<Record<string, ErrorCode>> = {
  occupancy_no_overlap: 'CONFLICT',
  client_request_pkey: 'CONFLICT',
};
