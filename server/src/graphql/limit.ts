import { Extensions, type MiddlewareFn, UseMiddleware } from 'type-graphql';
import type { Context } from '../context.ts';
import { DomainError } from '../errors.ts';

/** How often a field may be asked for. */
export interface FieldLimit {
  /** Whose requests are counted together; a visitor is known by the address alone. */
  readonly per: 'person' | 'address';
  readonly times: number;
  readonly seconds: number;
}

/** For what a page asks with every step that its reader takes. */
export const asPagesRead: FieldLimit = { per: 'person', times: 1200, seconds: 60 };
/** For changes that people make one by one. */
export const asPeopleChange: FieldLimit = { per: 'person', times: 60, seconds: 60 };
/** For what others are told of or shown in lists. */
export const asPeopleWrite: FieldLimit = { per: 'person', times: 30, seconds: 600 };

/**
 * Declares how often one asker may have a field answered; every mutation carries one. Each answer counts, so
 * that ten aliases in one operation are ten. Throws TOO_MANY_REQUESTS with `retryAfter` in seconds.
 */
export function Limit(limit: FieldLimit): MethodDecorator {
  const count: MiddlewareFn<Context> = ({ context, info }, next) => {
    const asker = askerOf(context, limit);
    const field = `${info.parentType.name}.${info.fieldName}`;
    const retryAfter = asker && context.rates?.count(`${field} ${asker}`, limit, context.now);
    if (retryAfter) throw new DomainError('TOO_MANY_REQUESTS', undefined, [], { retryAfter });
    return next();
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
