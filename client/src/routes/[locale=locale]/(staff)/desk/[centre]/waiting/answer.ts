import type { Problem } from '#lib/api/errors.ts';
import type { UndoStep } from '#lib/features/undo/undo.documents.ts';
import type { WaitingBooking, WaitingRequest } from '../desk.documents.ts';

/** What the page knows of the last answer that was given without leaving it. */
export interface Answer {
  readonly typed?: Partial<Record<string, string>>;
  readonly problem?: Problem;
  /** Why a booking could not be approved. */
  readonly reasons?: readonly { readonly condition: string; readonly message: string }[];
  readonly joinRequest?: WaitingRequest;
  readonly booking?: WaitingBooking;
  /** What was done, where it may be taken back. */
  readonly step?: UndoStep | null;
  readonly notUndone?: readonly string[];
  readonly undone?: string;
}

/** The answer as far as it is about one row. */
export const answerTo = (id: string, answer: Answer | null): Answer | undefined =>
  answer?.typed?.id === id ? answer : undefined;
