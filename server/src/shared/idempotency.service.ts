import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, db, signedIn } from '../context.ts';
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

/** The id of what this request, or an earlier equal one, made; worthless where `work` refused. */
export interface OnceResult<Refusal> {
  readonly id: string;
  readonly repeated: boolean;
  readonly refusal: Refusal | undefined;
}

/**
 * Runs `work` once for a person's key, in the caller's transaction; an equal request that comes later, or at
 * the same moment, gets the first one's result id. `work` gets the id to give its result and returns nothing,
 * or a refusal, after which the key is free again. Throws IDEMPOTENCY_KEY_REUSED where the key came with
 * another input, BAD_INPUT for an unusable key.
 */
export async function once<Refusal = undefined>(
  tx: Context,
  request: ClientRequestInput,
  work: (id: string) => Promise<Refusal | undefined>,
): Promise<OnceResult<Refusal>> {
  const problem = textProblem(request.key, { minimum: 1, maximum: 80 });
  if (problem) throw badInput([{ field: 'idempotencyKey', message: problem }]);
  const { personId } = signedIn(tx);
  const { key, operation } = request;
  const fingerprint = digestOf(request.fingerprint);
  const id = request.resultId ?? newId();
  // An equal request still under way is waited for here: its row counts once it commits, or is gone.
  const { rows: claimed } = await sql`
    insert into client_request (person_id, key, operation, fingerprint, result_id, created_at)
    values (${personId}, ${key}, ${operation}, ${fingerprint}, ${id}, ${tx.now})
    on conflict do nothing returning key`.execute(db(tx));
  if (claimed.length === 0) {
    return { id: await firstResult(tx, personId, key, operation, fingerprint), repeated: true, refusal: undefined };
  }
  const refusal = await work(id);
  if (refusal !== undefined) {
    await sql`delete from client_request where person_id = ${personId} and key = ${key}`.execute(db(tx));
  }
  return { id, repeated: false, refusal };
}

async function firstResult(
  tx: Context,
  personId: string,
  key: string,
  operation: string,
  fingerprint: string,
): Promise<string> {
  const { rows } = await sql<{ operation: string; fingerprint: string; result_id: string }>`
    select operation, fingerprint, result_id from client_request
    where person_id = ${personId} and key = ${key}`.execute(db(tx));
  const first = rows[0];
  // Gone again between the two statements: a refusal freed the key.
  if (!first) throw new DomainError('CONFLICT');
  if (first.operation !== operation || first.fingerprint !== fingerprint) {
    throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  }
  return first.result_id;
}

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
