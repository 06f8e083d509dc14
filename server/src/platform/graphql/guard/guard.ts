import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../../shared/errors.ts';
import { knownCosts } from './known-costs.ts';
import { freeLimits, type Limits, trustedLimits } from './limits.ts';
import { beyond } from './refusal.ts';
import { sizeOf } from './size.ts';
import { isDocumentId, type TrustedDocuments } from './trusted-documents.ts';

/** A document that may be run, or why it may not; errors are shown through `presentError`. */
export type Examined =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly (DomainError | GraphQLError)[] };

/** What stands before every operation, over HTTP, in process and over a WebSocket alike. */
export interface Guard {
  /**
   * Parses, measures and validates a document, given by its text or by the id of a trusted one; the same text is
   * examined once while it is remembered.
   */
  examine(text: string): Examined;
  /** Why an operation of an examined document costs too much with these variables; undefined where it does not. */
  tooCostly(document: DocumentNode, request: RequestedOperation): DomainError | undefined;
}

export interface RequestedOperation {
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface GuardOptions {
  readonly limits?: Limits;
  /** The documents of our own pages, which may ask for more than others. */
  readonly trusted?: TrustedDocuments;
  /** Whether the schema may be asked for. */
  readonly introspection?: boolean;
}

/** Texts of this many UTF-16 units together are remembered with their documents. */
const remembered = 2_000_000;

/** The guard of a schema. */
export function createGuard(schema: GraphQLSchema, options: GuardOptions = {}): Guard {
  const { limits = freeLimits, trusted = new Map(), introspection = true } = options;
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: remembered,
    sizeCalculation: (_document, text) => text.length,
  });

  const costOf = knownCosts(schema);
  const own = new WeakSet<DocumentNode>();
  const invalid = (error: GraphQLError) =>
    mistake(error, 'GRAPHQL_VALIDATION_FAILED', introspection ? error.message : withoutSuggestion(error.message));

  function examine(given: string): Examined {
    const known = documents.get(given);
    if (known) return { document: known };
    const text = isDocumentId(given) ? trusted.get(given) : given;
    if (text === undefined) return { errors: [new DomainError('DOCUMENT_UNKNOWN')] };
    const document = read(text, limits);
    if (!('kind' in document)) return document;
    const refusal = beyond({ definitions: document.definitions.length, ...sizeOf(document) }, limits);
    if (refusal) return { errors: [refusal] };
    const mistakes = validate(schema, document, rules, { maxErrors: limits.mistakes });
    if (mistakes.length > 0) return { errors: mistakes.map(invalid) };
    documents.set(given, document);
    if (text !== given) own.add(document);
    return { document };
  }

  return {
    examine,
    tooCostly(document, { operationName, variables }) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return undefined;
      return beyond({ cost: costOf(document, operation, variables ?? {}) }, own.has(document) ? trustedLimits : limits);
    },
  };
}

/** Parses within the limits of a document. */
function read(text: string, limits: Limits): DocumentNode | Examined {
  const tooLong = beyond({ characters: text.length }, limits);
  if (tooLong) return { errors: [tooLong] };
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser stops at the limit, so that how many there are in all is not known.
    const refusal =
      /contains more tha[nt] \d+ tokens/.test(error.message) && beyond({ tokens: limits.tokens + 1 }, limits);
    return { errors: [refusal || mistake(error, 'GRAPHQL_PARSE_FAILED')] };
  }
}

/** Names like the one that was meant would tell the schema bit by bit. */
const withoutSuggestion = (message: string) => message.replace(/ Did you mean .*$/s, '');

function mistake({ message, nodes, source, positions }: GraphQLError, code: string, said = message): GraphQLError {
  return new GraphQLError(said, { nodes, source, positions, extensions: { code } });
}
