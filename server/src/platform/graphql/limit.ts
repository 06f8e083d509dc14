import { Extensions, type MiddlewareFn, UseMiddleware } from 'type-graphql';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../context/context.ts';
import { rowsOf } from '../database/database.ts';
import { type Allowance, countAttempt } from '../limits/attempts.service.ts';

/** How often a field may be asked for. */
export interface FieldLimit extends Allowance {
  /** Whose requests are counted together; a visitor is known by the address alone. */
  readonly per: 'person' | 'address';
  /**
   * Whether all processes count together, which costs each answer a statement: for what is done seldom and matters.
   * Else each process counts for itself.
   */
  readonly inAll?: boolean;
}

/** For what a page asks with every step that its reader takes. */
export const asPagesRead: FieldLimit = { per: 'person', times: 1200, seconds: 60 };
/** For changes that people make one by one. */
export const asPeopleChange: FieldLimit = { per: 'person', times: 60, seconds: 60 };
/** For what others are told of or shown in lists. */
export const asPeopleWrite: FieldLimit = { per: 'person', times: 30, seconds: 600, inAll: true };

/**
 * Declares how often one asker may have a field answered; every mutation carries one. Each answer counts, so
 * that ten aliases in one operation are ten; what was kept and is given again does not. Throws TOO_MANY_REQUESTS
 * with `retryAfter` in seconds.
 */
export function Limit(limit: FieldLimit): MethodDecorator {
  const count: MiddlewareFn<Context> = ({ context, info }, next) => {
    const who = askerOf(context, limit);
    const deed = `${info.parentType.name}.${info.fieldName}`;
    const proceed = (retryAfter: number | undefined) => {
      if (retryAfter !== undefined) throw new DomainError('TOO_MANY_REQUESTS', undefined, [], { retryAfter });
      return next();
    };
    if (!who || !context.rates) return next();
    return limit.inAll
      ? countAttempt(rowsOf(context.em), { who, deed }, limit, context.now).then(proceed)
      : proceed(context.rates.count(`${deed} ${who}`, limit, context.now));
  };
  const extend = Extensions({ limit }) as MethodDecorator;
  const use = UseMiddleware(count) as MethodDecorator;
  return (target, key, descriptor) => {
    extend(target, key, descriptor);
    use(target, key, descriptor);
  };
}

function askerOf({ actor, address }: Context, { per }: FieldLimit): string | undefined {
  return per === 'person' && actor.kind === 'member' ? actor.personId : address;
}
