import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../../shared/errors.ts';
import { networkOf } from '../../../shared/network/network.ts';
import type { Context } from '../../context/context.ts';
import { type ExecutionRequest, executeOperation } from '../execute.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { costOf, type RequestedOperation } from './cost.ts';
import { beforeDeadline, readsAlone } from './deadline.ts';
import { freeLimits, type Limits, trustedLimits } from './limits.ts';
import { asGraphQLError, beyond } from './refusal.ts';
import { limitsRule } from './rules.ts';
import { isDocumentId, type TrustedDocuments } from './trusted-documents.ts';

/** A document that may be run, or why it may not; errors are shown through `presentError`. */
export type Examined =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

/** What stands before every operation, over HTTP, in process and over a WebSocket alike. */
export interface Guard {
  readonly limits: Limits;
  /** Refuses documents beyond the limits; runs beside GraphQL's own rules. */
  readonly rule: ValidationRule;
  readonly introspection: boolean;
  /** The text of a request, which may name a trusted document by its id. Throws DomainError. */
  textOf(query: string): string;
  /** Parses and validates a text or the id of a trusted document; for transports that do not do so themselves. */
  examine(query: string): Examined;
  /** Why an operation costs too much or more than its asker has left; spends it where it does not. */
  admit(document: DocumentNode, operation: RequestedOperation, context: Context): Promise<readonly GraphQLError[]>;
  /** Executes an operation of a valid document within what it may cost and what its asker may spend. */
  execute(request: ExecutionRequest): Promise<ExecutionResult>;
}

export interface GuardOptions {
  readonly limits?: Limits;
  /** The documents of our own pages, which may ask for more than others. */
  readonly trusted?: TrustedDocuments;
  /** Whether the schema may be asked for. */
  readonly introspection?: boolean;
  readonly allowance?: Allowance;
}

/** Texts of this many UTF-16 units together are remembered with their documents. */
const remembered = 2_000_000;

/** The guard of a schema. */
export function createGuard(schema: GraphQLSchema, options: GuardOptions = {}): Guard {
  const { limits = freeLimits, trusted = new Map(), introspection = true, allowance = createAllowance() } = options;
  const rule = limitsRule(limits);
  const rules = [rule, ...specifiedRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: remembered,
    sizeCalculation: (_document, text) => text.length,
  });
  const own = new Set(trusted.values());

  function textOf(query: string): string {
    const text = isDocumentId(query) ? trusted.get(query) : query;
    if (text === undefined) throw new DomainError('DOCUMENT_UNKNOWN');
    const tooLong = beyond({ characters: text.length }, limits);
    if (tooLong) throw tooLong;
    return text;
  }

  /** What the operation costs. Throws where that is too much. */
  function priceOf(document: DocumentNode, operation: RequestedOperation): number {
    const cost = costOf(schema, document, operation);
    const isOwn = own.has(document.loc?.source.body ?? '');
    const refusal = beyond({ cost }, isOwn ? trustedLimits : limits);
    if (refusal) throw refusal;
    return cost;
  }

  return {
    limits,
    rule,
    introspection,
    textOf,
    examine(query) {
      const known = documents.get(query);
      if (known) return { document: known };
      try {
        const document = parse(textOf(query), { maxTokens: limits.tokens });
        const errors = validate(schema, document, rules, { maxErrors: limits.mistakes });
        if (errors.length > 0) return { errors: errors.map((error) => mistake(error, introspection)) };
        documents.set(query, document);
        return { document };
      } catch (error) {
        return { errors: [asGraphQLError(error, 'GRAPHQL_PARSE_FAILED')] };
      }
    },
    async admit(document, operation, context) {
      try {
        const cost = priceOf(document, operation);
        const asker = askerOf(context);
        if (asker) await allowance.spend(asker, cost);
        return [];
      } catch (error) {
        return [asGraphQLError(error)];
      }
    },
    async execute(request) {
      try {
        const { document, operationName, variables, context } = request;
        const cost = priceOf(document, { operationName, variables });
        const asker = askerOf(context as Context);
        const answer = async () =>
          asker ? allowance.run(asker, cost, () => executeOperation(request)) : executeOperation(request);
        return readsAlone(document, operationName) ? await beforeDeadline(answer()) : await answer();
      } catch (error) {
        return { errors: [asGraphQLError(error)] };
      }
    },
  };
}

/** Whose allowance is spent: a person's, else that of the network; nobody's where it came over no network. */
const askerOf = ({ actor, address }: Context): string | undefined =>
  address && (actor.kind === 'member' ? actor.personId : networkOf(address));

/** Names like the one that was meant would tell a hidden schema bit by bit. */
function mistake(error: GraphQLError, introspection: boolean): GraphQLError {
  const { nodes, source, positions, originalError } = error;
  const message = introspection ? error.message : error.message.replace(/ Did you mean .*$/s, '');
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions });
}
