import type { EntityManager } from '@mikro-orm/postgresql';
import type DataLoader from 'dataloader';
import type { Actor, Member } from '../../access/actor.rules.ts';
import { DomainError } from '../../shared/errors.ts';
import { rowsOf } from '../database/database.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../i18n/locale.rules.ts';
import type { FileStore } from './file-store.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Runtime } from './runtime.ts';

/** What a subscription knows beside; `platform/realtime` adds the stream of events. */
export interface Live {
  /** The same actor anew, with the rights of a later moment. */
  renew(): Promise<Context>;
  /** Resolves once what was sent is on its way to the client, or can no longer be. */
  flushed(): Promise<void>;
}

/** Where work beside the requests is added; see `enqueue` of `platform/jobs`. */
export interface JobAdder {
  enqueue(em: EntityManager, queue: { readonly name: string }, data: object, options?: JobOptions): Promise<void>;
}

export interface JobOptions {
  /** Makes the job one of a kind: while one of that key is known, another is not added. */
  readonly key?: string | undefined;
  /** Not before this moment; at once where left out. */
  readonly at?: Date | undefined;
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
  /** Work beside the requests; left out where none can be added, as in an import. */
  readonly jobs?: JobAdder | undefined;
  /** Where pictures and documents are kept; left out where none are, as in an import. */
  readonly files?: FileStore | undefined;
  /** The public address, such as `https://talka.example`: for links in what leaves the house. */
  readonly origin: string;
  /** Where answers go on coming: for subscriptions. */
  readonly live?: Live | undefined;
  /** The process that answers; left out where none serves, as in an import. */
  readonly runtime?: Runtime;
  readonly loaders: Map<unknown, DataLoader<string, unknown>>;
}

export type ContextInput = Pick<
  Context,
  'em' | 'actor' | 'now' | 'locale' | 'address' | 'limits' | 'wake' | 'jobs' | 'files' | 'origin' | 'live' | 'runtime'
>;

export const makeContext = (input: ContextInput): Context => ({ ...input, loaders: new Map() });

/** Where files are kept; throws UNAVAILABLE where none are. */
export function filesOf(ctx: Context): FileStore {
  if (!ctx.files) throw new DomainError('UNAVAILABLE');
  return ctx.files;
}

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
