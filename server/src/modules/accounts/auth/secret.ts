import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '../../../platform/database/database.ts';

const key = 'auth.secret';

/**
 * The secret that signs cookies and the links of e-mails: made once per database, the same for every process
 * on it, also where several start at the same moment.
 */
export async function readOrCreateSecret(em: EntityManager): Promise<string> {
  const rows = rowsOf(em);
  await rows
    .insertInto('installation_fact')
    .values({ key, value: JSON.stringify(randomBytes(32).toString('base64url')) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const fact = await rows.selectFrom('installation_fact').select('value').where('key', '=', key).executeTakeFirst();
  if (typeof fact?.value !== 'string') throw new Error(`The row "${key}" of installation_fact holds no secret.`);
  return fact.value;
}
