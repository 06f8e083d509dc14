/** What one document and one operation may ask for at most; every page of ours stays below half of each. */
export interface Limits {
  /** UTF-16 units of the document. */
  readonly characters: number;
  readonly tokens: number;
  /** Operations and fragments. */
  readonly definitions: number;
  /** Nested fields, fragments expanded. */
  readonly depth: number;
  /** Fields at the root of an operation, fragments expanded. */
  readonly rootFields: number;
  readonly aliases: number;
  /** Directives of an operation, fragments expanded. */
  readonly directives: number;
  /** Sum of the squares of how often each answer name is written; validation compares each pair. */
  readonly repeats: number;
  /** What one operation may cost, in values that are read; see `complexity.ts`. */
  readonly cost: number;
  /** Validation stops after so many mistakes. */
  readonly mistakes: number;
}

/** For anybody's documents. */
export const freeLimits: Limits = {
  characters: 20_000,
  tokens: 1_000,
  definitions: 40,
  depth: 16,
  rootFields: 20,
  aliases: 30,
  directives: 50,
  repeats: 1_500,
  cost: 10_000,
  mistakes: 5,
};

/** For the documents of our own pages, which nobody can write as they like but their variables. */
export const trustedLimits: Limits = { ...freeLimits, cost: 30_000 };
