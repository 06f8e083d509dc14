import type { EntityManager, MikroORM, TransactionEventArgs } from '@mikro-orm/postgresql';

/** Remembers what to say once a transaction is committed; says it at once outside of one. */
export function afterCommit(orm: MikroORM, say: (what: string) => void): (em: EntityManager, what: string) => void {
  const waiting = new WeakMap<object, Set<string>>();
  orm.em.getEventManager().registerSubscriber({
    afterTransactionCommit({ transaction }: TransactionEventArgs) {
      const said = transaction && waiting.get(transaction as object);
      for (const what of said ?? []) say(what);
    },
  });
  return (em, what) => {
    const transaction = em.getTransactionContext<object>();
    if (!transaction) return say(what);
    const said = waiting.get(transaction) ?? new Set();
    waiting.set(transaction, said.add(what));
  };
}
