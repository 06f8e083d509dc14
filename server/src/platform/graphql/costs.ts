import { Extensions } from 'type-graphql';

/** What one answer of a field costs beyond the value it is; see `guard/cost.ts`. */
export interface FieldCost {
  /**
   * In values of a row that was read anyway, which cost 1 each: about 50 for a statement of its own, more where it
   * searches or counts what the asker chose.
   */
  readonly weight?: number;
  /** Rows that the list usually has; every list of objects that takes no `first` says so. */
  readonly rows?: number;
}

/** Declares what a field costs, which `schema/costs.csv` lists. */
export const Costs = ({ weight = 1, rows }: FieldCost): MethodDecorator & PropertyDecorator =>
  Extensions({ weight, ...(rows !== undefined && { rows }) }) as MethodDecorator & PropertyDecorator;
