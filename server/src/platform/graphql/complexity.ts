import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ComplexityEstimator, ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { largestPage } from '../database/paging/pagination.rules.ts';
import { searchWords } from '../search/words.rules.ts';

/**
 * What fields cost, in values of a row that was read anyway, which cost 1 each: a statement of its own costs about 50,
 * more where it searches or counts what the asker chose. The option `complexity` of a field says what it costs beyond
 * the usual.
 */
export type Complexity = number | ComplexityEstimator;

/** A statement of its own. */
const rootCost = 50;
/** The database looks for each word in every text. */
const wordCost = 400;

/** A list of objects that takes no `first` and usually has so many rows; `own` is for the list itself. */
export const rows =
  (count: number, own = 1): ComplexityEstimator =>
  ({ childComplexity }) =>
    own + count * childComplexity;

/** Tells what is searched once more apart from rows, in the sum of what is asked for on a page. */
const searchedAgain = 1_000_000;

/** What needs the search of its page once more, such as how many rows the whole list has. */
export const anotherSearch: ComplexityEstimator = () => searchedAgain;

interface SearchWork {
  /** Of the search itself. */
  readonly own: number;
  /** Of putting in order what it finds, which a count does without. */
  readonly order?: number;
  /** How many times as dear as usual a row is. */
  readonly perRow?: number;
}

/** A page of a search: the search, as often as it is needed, and each row that is asked for. */
export const search =
  (work: (args: ComplexityEstimatorArgs['args']) => SearchWork): ComplexityEstimator =>
  ({ args, childComplexity }) => {
    const { own, order = 0, perRow = 1 } = work(args);
    const searches = 1 + Math.floor(childComplexity / searchedAgain);
    return own * searches + order + Math.ceil(pageSize(args.first) * (childComplexity % searchedAgain) * perRow);
  };

/** What looking for the words of a text costs. */
export const textSearch = (text: unknown): number =>
  rootCost + wordCost * (typeof text === 'string' ? searchWords(text).length : 0);

/** The days, at least one and at most so many, that something is looked at between two moments. */
export const daysAsked = (from: unknown, until: unknown, most: number): number =>
  from instanceof Date && until instanceof Date
    ? Math.max(1, Math.min(Math.ceil((until.getTime() - from.getTime()) / 86_400_000), most))
    : most;

/** Rows that a page of this size counts as; a size that is none is refused by the field itself. */
const pageSize = (first: unknown): number =>
  typeof first === 'number' ? Math.max(1, Math.min(first, largestPage)) : largestPage;

type Field = GraphQLField<unknown, unknown>;

/**
 * The schema with a complexity on every field: a root field costs {@link rootCost}, others 1; everything below one that
 * takes `first` counts for each row asked for, and below a list for as many rows as a page may have.
 */
export function withComplexities(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      if (typeof field.extensions.complexity === 'function') continue;
      const own = (field.extensions.complexity as number | undefined) ?? (roots.includes(type as never) ? rootCost : 1);
      field.extensions = { ...field.extensions, complexity: usual(field, type.name, own), usual: true };
    }
  }
  return schema;
}

function usual(field: Field, type: string, own: number): Complexity {
  if (field.args.some(({ name }) => name === 'first')) return search(() => ({ own }));
  // The rows of a connection are counted by the field that takes `first`.
  const counted = type.endsWith('Connection') || isLeafType(getNamedType(field.type));
  return isListType(getNullableType(field.type)) && !counted ? rows(largestPage, own) : own;
}
