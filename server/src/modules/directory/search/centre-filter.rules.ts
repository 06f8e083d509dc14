import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import { keyProblem, type PlaceFilter, type PlaceInput, placeFilter, placeProblems } from './place-filter.rules.ts';

/** A search for centres, as a client may write it. */
export interface CentreInput extends PlaceInput {
  readonly models?: readonly CentreModel[] | null | undefined;
  readonly equipmentType?: string | null | undefined;
  readonly openNow?: boolean | null | undefined;
}

/** A search for centres; what was not asked for is left out. */
export interface CentreFilter extends PlaceFilter {
  readonly models?: readonly CentreModel[];
  /** Key of an equipment type. */
  readonly equipmentType?: string;
  readonly openNow?: true;
}

/** Everything that is wrong with a search for centres. */
export const centreProblems = (input: CentreInput): FieldProblem[] => [
  ...placeProblems(input),
  ...keyProblem('equipmentType', input.equipmentType),
];

/** A search for centres without what was left empty; no model at all is as good as any. */
export const centreFilter = (input: CentreInput): CentreFilter => ({
  ...placeFilter(input),
  ...(input.models && input.models.length > 0 && { models: input.models }),
  ...(input.equipmentType && { equipmentType: input.equipmentType }),
  ...(input.openNow && { openNow: true as const }),
});
