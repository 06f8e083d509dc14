import type { Problem } from '#lib/api/errors.ts';
import type { WaitingBooking, WaitingRequest } from '../desk.documents.ts';

/** What the page knows of the last answer that was given without leaving it. */
export interface Answer {
  readonly typed?: Partial<Record<string, string>>;
  readonly problem?: Problem;
  /** Why a booking could not be approved. */
  readonly reasons?: readonly { readonly condition: string; readonly message: string }[];
  readonly joinRequest?: WaitingRequest;
  readonly booking?: WaitingBooking;
}

/** The answer as far as it is about one row. */
export const answerTo = (id: string, answer: Answer | null): Answer | undefined =>
  answer?.typed?.id === id ? answer : undefined;
