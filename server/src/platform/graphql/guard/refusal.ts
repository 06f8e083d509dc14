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
  repeats: 'OPERATION_TOO_WIDE',
  cost: 'OPERATION_TOO_COSTLY',
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
