import { type ExecutionArgs, type ExecutionResult, type GraphQLField, getOperationAST, Kind } from 'graphql';
import type { MessageKey } from '../../../messages/catalogues.ts';
import { DomainError } from '../../../shared/errors.ts';
import type { Context } from '../../context/context.ts';
import { isOutage } from '../../database/retry.ts';
import { encodeCursor, type LogPosition } from '../../events/cursor.rules.ts';
import type { LogEntry } from '../../events/event-log.reader.ts';
import { executeOperation } from '../../graphql/execute.ts';
import type { FieldPolicy } from '../../graphql/policy.ts';
import { translate } from '../../i18n/translate.ts';
import { AccessRevokedObject, ReplayGapObject } from './control.type.ts';
import type { EventRoot, SubscriptionSource } from './subscription.ts';

/** An answer to a subscription's operation. */
export interface SubscriptionAnswer {
  readonly result: ExecutionResult;
  /** The stream is over: the right to subscribe is gone. */
  readonly ends: boolean;
}

/**
 * Executes the operation of a subscription event by event. The actor's rights are asked for anew each time, and
 * each answer gets a context of its own moment: one made when the subscription began would go on showing what its
 * rights allowed then. What the database's absence broke is tried again.
 */
export class SubscriptionExecutor {
  readonly #args: ExecutionArgs;
  readonly #source: SubscriptionSource;
  readonly #check: FieldPolicy['check'];

  constructor(args: ExecutionArgs, source: SubscriptionSource) {
    this.#args = args;
    this.#source = source;
    this.#check = (fieldOf(args)?.extensions as FieldPolicy | undefined)?.check;
  }

  /** What the actor learns of an entry; undefined where it is not for them. */
  async execute(entry: LogEntry): Promise<SubscriptionAnswer | undefined> {
    const { definition } = this.#source;
    return this.#asNow(async (ctx) => {
      const mayFollow = async () => this.#passes(ctx) && (definition.authorise?.(ctx) ?? true);
      if (!(await this.#patiently(mayFollow))) return this.#revoked(ctx, 'live.accessLost');
      const update = await this.#patiently(() => definition.resolve(ctx, entry, encodeCursor(entry)));
      return update === undefined ? undefined : this.#answer(ctx, update);
    });
  }

  /** That entries are missing, and after which place the stream goes on. */
  async gap(resumeAt: LogPosition): Promise<SubscriptionAnswer> {
    const update = Object.assign(new ReplayGapObject(), { cursor: encodeCursor(resumeAt) });
    return this.#asNow((ctx) => this.#answer(ctx, update));
  }

  async #asNow<Answer>(work: (ctx: Context) => Promise<Answer>): Promise<Answer | SubscriptionAnswer> {
    const { context } = this.#source;
    const ctx = await this.#patiently(() => renew(context));
    return ctx ? work(ctx) : this.#revoked(context, 'live.sessionEnded');
  }

  async #revoked(ctx: Context, key: MessageKey): Promise<SubscriptionAnswer> {
    const update = Object.assign(new AccessRevokedObject(), { message: translate(ctx.locale, key) });
    return { ...(await this.#answer(ctx, update)), ends: true };
  }

  async #answer(first: Context, update: unknown): Promise<SubscriptionAnswer> {
    const rootValue: EventRoot = { update };
    const { schema, document, operationName, variableValues: variables } = this.#args;
    let context = first;
    const result = await this.#patiently(async () => {
      const answered = await executeOperation({ schema, document, operationName, variables, context, rootValue });
      const outage = answered.errors?.find((error) => isOutage(error.originalError));
      if (!outage) return answered;
      // Loaders remember failures as well.
      context = { ...context, loaders: new Map() };
      throw outage.originalError;
    });
    return { result, ends: false };
  }

  /** Whether the policy of the field still lets the actor pass. */
  #passes(ctx: Context): boolean {
    try {
      this.#check?.(ctx, undefined);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  #patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    const { live } = this.#source.context;
    return live ? live.hub.retryWhileUnavailable(work) : work();
  }
}

/** The one field of a subscription's operation. */
function fieldOf({ schema, document, operationName }: ExecutionArgs): GraphQLField<unknown, unknown> | undefined {
  const selection = getOperationAST(document, operationName)?.selectionSet.selections[0];
  return selection?.kind === Kind.FIELD ? schema.getSubscriptionType()?.getFields()[selection.name.value] : undefined;
}

/** The same actor with the rights of this moment; undefined where a signed-in person no longer is. */
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
