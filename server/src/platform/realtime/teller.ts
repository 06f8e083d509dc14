import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../context/context.ts';
import { isOutage } from '../database/retry.ts';
import { encodeCursor, type LogPosition } from '../events/cursor.rules.ts';
import type { LogEntry } from '../events/event-log.reader.ts';
import { executeOperation } from '../graphql/execute.ts';
import type { MessageKey } from '../i18n/catalogues.ts';
import { translate } from '../i18n/translate.ts';
import type { LiveSource, Occasion } from './follow.ts';
import { AccessRevokedType, ReplayGapType } from './live.type.ts';

/** An answer to a subscription's operation. */
export interface Answer {
  readonly result: ExecutionResult;
  /** The stream is over: the right to listen is gone. */
  readonly ends: boolean;
}

/**
 * Answers one operation for one asker, entry by entry. The asker's rights are asked for anew each time, and
 * each answer gets a context of its own moment: one made when the subscription began would go on showing
 * what its rights allowed then. What the database's absence broke is tried again.
 */
export class Teller {
  readonly #args: ExecutionArgs;
  readonly #source: LiveSource;

  constructor(args: ExecutionArgs, source: LiveSource) {
    this.#args = args;
    this.#source = source;
  }

  /** What the asker learns of an entry; undefined where it is not for them. */
  async tell(entry: LogEntry, signal: AbortSignal): Promise<Answer | undefined> {
    const { context: first, feed, check } = this.#source;
    if (!feed.concerns(entry)) return undefined;
    const ctx = await this.#patiently(() => renew(first), signal);
    if (!ctx) return this.#revoked(first, 'live.sessionEnded', signal);
    const mayFollow = async () => passes(check, ctx) && (feed.mayFollow?.(ctx) ?? true);
    if (!(await this.#patiently(mayFollow, signal))) {
      return this.#revoked(ctx, 'live.accessLost', signal);
    }
    const update = await this.#patiently(() => feed.tell(ctx, entry, encodeCursor(entry)), signal);
    return update === undefined ? undefined : { result: await this.#execute(ctx, update, signal), ends: false };
  }

  /** That entries are missing, and after which place the stream goes on. */
  async tellGap(resumeAt: LogPosition, signal: AbortSignal): Promise<Answer> {
    const { context: first } = this.#source;
    const ctx = await this.#patiently(() => renew(first), signal);
    if (!ctx) return this.#revoked(first, 'live.sessionEnded', signal);
    const update = Object.assign(new ReplayGapType(), { cursor: encodeCursor(resumeAt) });
    return { result: await this.#execute(ctx, update, signal), ends: false };
  }

  async #revoked(ctx: Context, key: MessageKey, signal: AbortSignal): Promise<Answer> {
    const update = Object.assign(new AccessRevokedType(), { message: translate(ctx.locale, key) });
    return { result: await this.#execute(ctx, update, signal), ends: true };
  }

  #execute(first: Context, update: unknown, signal: AbortSignal): Promise<ExecutionResult> {
    const rootValue: Occasion = { update };
    const { schema, document, operationName, variableValues: variables } = this.#args;
    let context = first;
    return this.#patiently(async () => {
      const result = await executeOperation({ schema, document, operationName, variables, context, rootValue });
      const outage = result.errors?.find((error) => isOutage(error.originalError));
      if (!outage) return result;
      // Loaders remember failures as well.
      context = { ...context, loaders: new Map() };
      throw outage.originalError;
    }, signal);
  }

  #patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    const { live } = this.#source.context;
    return live ? live.hub.outage.outlast(work, signal, isOutage) : work();
  }
}

function passes(check: (ctx: Context) => void, ctx: Context): boolean {
  try {
    check(ctx);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** The same asker with the rights of this moment; undefined where a signed-in person no longer is. */
async function renew(first: Context): Promise<Context | undefined> {
  const ctx = await first.live?.renew().catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'SIGN_IN_REQUIRED') return undefined;
    throw error;
  });
  if (ctx?.actor.kind !== first.actor.kind) return undefined;
  if (ctx.actor.kind === 'visitor' || first.actor.kind === 'visitor') return ctx;
  const { personId, sessionId } = first.actor;
  return ctx.actor.personId === personId && ctx.actor.sessionId === sessionId ? ctx : undefined;
}
