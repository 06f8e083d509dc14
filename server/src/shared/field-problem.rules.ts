import type { Message } from '../platform/i18n/translate.ts';

/** What is wrong with one field of an input. */
export interface FieldProblem {
  readonly field: string;
  readonly message: Message;
}
