import { hash } from 'node:crypto';
import { badInput, DomainError } from '../../shared/errors.ts';
import { newId } from '../../shared/ids/ids.ts';
import { textProblem } from '../../shared/text/text.rules.ts';
import { type Context, db, signedIn } from '../context/context.ts';
import { fingerprintText } from './fingerprint.rules.ts';

/** The input of a mutation that may be sent again. */
export interface Repeatable {
  /** Chosen by the client, 1 to 80 characters, unique for the person. */
  readonly idempotencyKey: string;
}

/** What a request, or an earlier equal one, made. */
export interface Done {
  readonly id: string;
  /** Whether an earlier request made it. */
  readonly repeated: boolean;
}

/**
 * Runs `work` once for a person's key, in the caller's transaction; an equal request that comes later, or at the same
 * moment, gets the first one's result id. `work` gets the id to give to its result (`resultId`, where it changes
 * something that is there) and returns nothing, or a refusal, after which the key is free again. Throws
 * IDEMPOTENCY_KEY_REUSED where the key came with another input, BAD_INPUT for an unusable key.
 */
export async function idempotent<Outcome>(
  tx: Context,
  operation: string,
  { idempotencyKey: key, ...input }: Repeatable,
  work: (id: string) => Promise<Outcome>,
  resultId: string = newId(),
): Promise<Done | Exclude<Outcome, undefined>> {
  const problem = textProblem(key, { minimum: 1, maximum: 80 });
  if (problem) throw badInput([{ field: 'idempotencyKey', message: problem }]);
  const { personId } = signedIn(tx);
  const fingerprint = hash('sha256', fingerprintText(input));
  // An equal request still under way is waited for here: its row counts once it commits, or is gone.
  const claimed = await db(tx)
    .insertInto('idempotency_key')
    .values({ person_id: personId, key, operation, fingerprint, result_id: resultId, created_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!claimed) return { id: await firstResult(tx, { personId, key, operation, fingerprint }), repeated: true };
  const refusal = await work(resultId);
  if (refusal === undefined) return { id: resultId, repeated: false };
  await db(tx).deleteFrom('idempotency_key').where('person_id', '=', personId).where('key', '=', key).execute();
  return refusal as Exclude<Outcome, undefined>;
}

async function firstResult(
  tx: Context,
  request: Readonly<Record<'personId' | 'key' | 'operation' | 'fingerprint', string>>,
): Promise<string> {
  const earlier = await db(tx)
    .selectFrom('idempotency_key')
    .select(['operation', 'fingerprint', 'result_id as resultId'])
    .where('person_id', '=', request.personId)
    .where('key', '=', request.key)
    .executeTakeFirst();
  // Gone between the two statements: its seven days ended.
  if (!earlier) throw new DomainError('CONFLICT');
  if (earlier.operation !== request.operation || earlier.fingerprint !== request.fingerprint) {
    throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  }
  return earlier.resultId;
}
