import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Context, signedIn } from '../context.ts';
import { badInput, DomainError } from '../errors.ts';
import { newId } from './ids.ts';
import { textProblem } from './text.rules.ts';

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

/**
 * Earlier requests with the same keys, as a JSON list and part of a statement that reads more. `requests` is an SQL
 * expression, a JSON list of {@link ClientRequest}s.
 */
export const earlierRequests = (requests: RawBuilder<unknown>): RawBuilder<readonly EarlierRequest[]> => sql`
  coalesce((select jsonb_agg(jsonb_build_object('personId', person_id, 'key', earlier.key, 'operation', operation,
      'digest', fingerprint, 'resultId', result_id))
    from jsonb_to_recordset(${requests}) as request("personId" uuid, key text)
    join client_request earlier on person_id = request."personId" and earlier.key = request.key), '[]')`;

/** The one of these that had the request's key. */
export const earlierOf = (
  { personId, key }: ClientRequest,
  earlier: readonly EarlierRequest[],
): EarlierRequest | undefined => earlier.find((each) => each.personId === personId && each.key === key);

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

const digestOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(input)))
    .digest('hex');

/** Equal inputs are equal texts, whatever the order of their fields; a field left out equals null. */
function sorted(value: unknown): unknown {
  if (value instanceof Date || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]);
}
