import { hash } from 'node:crypto';
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

/** What the table keeps of a token. */
export const digestOf = (token: unknown): string => hash('sha256', String(token), 'base64url');

type Row = Record<string, unknown>;

/**
 * Keeps only digests of session tokens in the table, so that whoever reads a copy of the database can open no
 * session with it. Tokens are long and random: a plain digest is enough.
 */
export function withHashedTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((trx) => work(hashing(trx))),
  };
}

function hashing<Adapter extends DBTransactionAdapter>(adapter: Adapter): Adapter {
  const hashed: DBTransactionAdapter = {
    ...adapter,
    create: async (given) => {
      const { token } = given.data as Row;
      if (given.model !== 'session' || token === undefined) return adapter.create(given);
      const row = await adapter.create({ ...given, data: { ...given.data, token: digestOf(token) } });
      return { ...row, token } as never;
    },
    findOne: async (given) => withToken(await adapter.findOne(byDigest(given)), given),
    findMany: async (given) => {
      const rows = await adapter.findMany(byDigest(given));
      return rows.map((row) => withToken(row, given)) as never;
    },
    count: (given) => adapter.count(byDigest(given)),
    update: async (given) => withToken(await adapter.update(byDigest(given)), given),
    updateMany: (given) => adapter.updateMany(byDigest(given)),
    delete: (given) => adapter.delete(byDigest(given)),
    deleteMany: (given) => adapter.deleteMany(byDigest(given)),
    consumeOne: async (given) => withToken(await adapter.consumeOne(byDigest(given)), given),
    incrementOne: async (given) => withToken(await adapter.incrementOne(byDigest(given)), given),
  };
  return hashed as Adapter;
}

interface Asked {
  model: string;
  where?: Where[] | undefined;
}

/** The same question with tokens replaced by what stands in the table. */
function byDigest<Given extends Asked>(given: Given): Given {
  if (given.model !== 'session' || !given.where) return given;
  const where = given.where.map((condition) => {
    if (condition.field !== 'token') return condition;
    const value = Array.isArray(condition.value) ? condition.value.map(digestOf) : digestOf(condition.value);
    return { ...condition, value };
  });
  return { ...given, where };
}

/** The row found with the token that was asked for in place of its digest. */
function withToken<Found>(row: Found, { model, where }: Asked): Found {
  if (model !== 'session' || !row) return row;
  const asked = where?.filter(({ field }) => field === 'token').flatMap(({ value }) => value as string | string[]);
  const token = asked?.find((each) => digestOf(each) === (row as Row).token);
  return token === undefined ? row : { ...row, token };
}
