import { sql } from 'kysely';
import { DomainError } from '../../shared/errors.ts';
import { type Context, db } from '../context/context.ts';
import {
  type ClientRequest,
  type ClientRequestInput,
  clientRequest,
  type EarlierRequests,
  earlierOf,
  earlierRequests,
  rememberRequests,
  repeatedResult,
} from './client-request.service.ts';

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
  input: ClientRequestInput,
  work: (id: string) => Promise<Refusal | undefined>,
): Promise<OnceResult<Refusal>> {
  const request = clientRequest(tx, input);
  const { personId, key, resultId: id } = request;
  // An equal request still under way is waited for here: its row counts once it commits, or is gone.
  const { rows: claimed } = await sql`
    ${rememberRequests(sql`(select ${JSON.stringify(request)}::jsonb as request) claim`)} on conflict do nothing returning key`.execute(
    db(tx),
  );
  if (claimed.length === 0) return { id: await firstResult(tx, request), repeated: true, refusal: undefined };
  const refusal = await work(id);
  if (refusal !== undefined) {
    await sql`delete from client_request where person_id = ${personId} and key = ${key}`.execute(db(tx));
  }
  return { id, repeated: false, refusal };
}

async function firstResult(tx: Context, request: ClientRequest): Promise<string> {
  const { rows } = await sql<{ earlier: EarlierRequests }>`
    select ${earlierRequests(sql`${JSON.stringify([request])}::jsonb`)} as earlier`.execute(db(tx));
  const earlier = earlierOf(request, rows[0]?.earlier ?? []);
  // Gone again between the two statements: a refusal freed the key.
  if (!earlier) throw new DomainError('CONFLICT');
  return repeatedResult(request, earlier);
}
