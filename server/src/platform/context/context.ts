import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Actor, Member } from '../../access/actor.rules.ts';
import { DomainError } from '../../shared/errors.ts';
import { rowsOf } from '../database/database.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../i18n/locale.rules.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { Runtime } from './runtime.ts';

/** What a subscription knows beside; `platform/realtime` adds the stream of events. */
export interface Live {
  /** The same actor anew, with the rights of a later moment. */
  renew(): Promise<Context>;
  /** Resolves once what was sent is on its way to the client, or can no longer be. */
  flushed(): Promise<void>;
}

/** Everything one operation knows: made anew for each request and for each event of a subscription. */
export interface Context {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  /** The network address that asks, where it came over a network. */
  readonly address?: string | undefined;
  /** Counts how often something is done, where limits hold. */
  readonly limits?: RateLimits | undefined;
  /** Tells the live hub, after a commit, that the event log grew. */
  readonly wake: () => void;
  /** Where answers go on coming: for subscriptions. */
  readonly live?: Live | undefined;
  /** The process that answers; left out where none serves, as in an import. */
  readonly runtime?: Runtime;
  readonly loaders: Map<unknown, DataLoader<string, unknown>>;
}

export type ContextInput = Pick<
  Context,
  'em' | 'actor' | 'now' | 'locale' | 'address' | 'limits' | 'wake' | 'live' | 'runtime'
>;

export const makeContext = (input: ContextInput): Context => ({ ...input, loaders: new Map() });

/** Rows over the operation's connection, or its transaction inside `transact`. */
export const db = (ctx: Context): Database => rowsOf(ctx.em);

/** The signed-in actor; SIGN_IN_REQUIRED for visitors. */
export function signedIn(ctx: Context): Member {
  if (ctx.actor.kind === 'visitor') throw new DomainError('SIGN_IN_REQUIRED');
  return ctx.actor;
}

/** The signed-in actor with a confirmed e-mail address; else SIGN_IN_REQUIRED or EMAIL_NOT_VERIFIED. */
export function confirmed(ctx: Context): Member {
  const member = signedIn(ctx);
  if (!member.emailVerified) throw new DomainError('EMAIL_NOT_VERIFIED');
  return member;
}

/** Reads many keys at once; a key that is missing in the map was not found. */
export type BatchReader<Row> = (ctx: Context, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>;

/**
 * Loads one key through a batch reader: all keys asked for in the same tick are read by one call.
 * What was not found loads as undefined.
 */
export function load<Row>(ctx: Context, read: BatchReader<Row>, key: string): Promise<Row | undefined> {
  return loaderOf(ctx, read).load(key);
}

function loaderOf<Row>(ctx: Context, read: BatchReader<Row>): DataLoader<string, Row | undefined> {
  let loader = ctx.loaders.get(read) as DataLoader<string, Row | undefined> | undefined;
  if (!loader) {
    loader = new DataLoader<string, Row | undefined>(async (keys) => {
      const rows = await read(ctx, keys);
      return keys.map((each) => rows.get(each));
    });
    ctx.loaders.set(read, loader as DataLoader<string, unknown>);
  }
  return loader;
}

/** SQLSTATEs after which the same transaction may simply be tried again. */
const retryable = new Set(['40001', '40P01']);

/**
 * Runs a write in one transaction and flushes it, then wakes the live hub. Serialisation failures and
 * deadlocks are tried again, up to 5 times, with a fresh entity manager each time.
 */
export function transact<Result>(ctx: Context, work: (tx: Context) => Promise<Result>): Promise<Result> {
  return committed(ctx, () =>
    ctx.em.fork().transactional((em) => work({ ...ctx, em: em as EntityManager, loaders: new Map() })),
  );
}

async function committed<Result>(ctx: Context, write: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await write();
      ctx.loaders.clear();
      ctx.wake();
      return result;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt === 5 || !retryable.has(code)) throw error;
    }
  }
}
