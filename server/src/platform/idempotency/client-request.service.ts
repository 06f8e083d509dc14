import { hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { badInput, DomainError } from '../../shared/errors.ts';
import { newId } from '../../shared/ids/ids.ts';
import { textProblem } from '../../shared/text/text.rules.ts';
import { type Context, signedIn } from '../context/context.ts';

export interface ClientRequestInput {
  /** Chosen by the client, 1 to 80 characters, unique for the person. */
  readonly key: string;
  /** The mutation, such as `bookEquipment`. */
  readonly operation: string;
  /** The input without its key; the same key with another input is refused. */
  readonly fingerprint: unknown;
  /** The thing that the work is about, where it is not a new one. */
  readonly resultId?: string;
}

/** A request as it is remembered: whose, and what it made. */
export interface ClientRequest
  extends Readonly<Record<'personId' | 'key' | 'operation' | 'digest' | 'resultId', string>> {
  readonly at: Date;
}

/** What an earlier request with the same key was, and what it made. */
export interface EarlierRequest {
  readonly personId: string;
  readonly key: string;
  readonly operation: string;
  readonly digest: string;
  readonly resultId: string;
}

/** The actor's request, ready to be remembered. Throws BAD_INPUT for an unusable key. */
export function clientRequest(
  ctx: Context,
  { key, operation, fingerprint, resultId }: ClientRequestInput,
): ClientRequest {
  const problem = textProblem(key, { minimum: 1, maximum: 80 });
  if (problem) throw badInput([{ field: 'idempotencyKey', message: problem }]);
  const { personId } = signedIn(ctx);
  return { personId, key, operation, digest: digestOf(fingerprint), resultId: resultId ?? newId(), at: ctx.now };
}

/** For each request what an earlier one with the same key was, or null. */
export type EarlierRequests = readonly (EarlierRequest | null)[];

/**
 * The earlier requests with the same keys, as a JSON list and part of a statement that reads more. `requests` is an
 * SQL expression, a JSON list of {@link ClientRequest}s. Each is looked up by itself, however large the table is.
 */
export const earlierRequests = (requests: RawBuilder<unknown>): RawBuilder<EarlierRequests> => sql`
  coalesce((select jsonb_agg((
      select jsonb_build_object('personId', person_id, 'key', client_request.key, 'operation', operation, 'digest', fingerprint,
        'resultId', result_id)
      from client_request where person_id = request."personId" and client_request.key = request.key))
    from jsonb_to_recordset(${requests}) as request("personId" uuid, "key" text)), '[]')`;

/** The one of these that had the request's key. */
export const earlierOf = ({ personId, key }: ClientRequest, earlier: EarlierRequests): EarlierRequest | undefined =>
  earlier.find((each) => each?.personId === personId && each.key === key) ?? undefined;

/** The id of what the earlier request made. Throws IDEMPOTENCY_KEY_REUSED where it asked for something else. */
export function repeatedResult(request: ClientRequest, earlier: EarlierRequest): string {
  if (earlier.operation !== request.operation || earlier.digest !== request.digest) {
    throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  }
  return earlier.resultId;
}

/**
 * Remembers requests, as part of a statement that does the work. `source` has rows with a column `request`: one
 * {@link ClientRequest} as JSON.
 */
export const rememberRequests = (source: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into client_request (person_id, key, operation, fingerprint, result_id, created_at)
  select "personId", key, operation, digest, "resultId", at from ${source}, jsonb_to_record(request) as
    remembered("personId" uuid, key text, operation text, digest text, "resultId" uuid, at timestamptz)`;

/** Whether a statement failed because an equal request, or one with the same key, came first. */
export const isRepetition = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'client_request_pkey';

const digestOf = (input: unknown): string => hash('sha256', JSON.stringify(sorted(input)));

/** Equal inputs are equal texts, whatever the order of their fields; a field left out equals null. */
function sorted(value: unknown): unknown {
  if (value instanceof Date || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]);
}
