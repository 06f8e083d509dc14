import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { DomainError } from '../../shared/errors.ts';
import { networkOf } from '../../shared/network/network.ts';
import type { Context } from '../context/context.ts';
import type { RateLimit } from '../context/rate-limits.ts';

/** For changes that people make one by one: every mutation that says nothing else. */
export const usualLimit: RateLimit = { times: 60, seconds: 60 };
/** For what others are told of or shown in lists. */
export const asPeopleWrite: RateLimit = { times: 30, seconds: 600 };

/**
 * Declares how often one asker, a person or a visitor's network, may have a field answered. Each answer counts, so that
 * ten aliases in one operation are ten. The field throws TOO_MANY_REQUESTS with `retryAfter` in seconds.
 */
export const Limit = (limit: RateLimit): MethodDecorator => Extensions({ limit }) as MethodDecorator;

/** The schema with the usual limit on every mutation without one of its own, and all limits enforced. */
export function enforceLimits(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const usual = type === schema.getMutationType() ? usualLimit : undefined;
    for (const field of Object.values(type.getFields())) {
      const limit = (field.extensions.limit as RateLimit | undefined) ?? usual;
      if (limit) enforce(field, `${type.name}.${field.name}`, limit);
    }
  }
  return schema;
}

function enforce(field: GraphQLField<unknown, Context>, action: string, limit: RateLimit): void {
  const { resolve = defaultFieldResolver } = field;
  field.extensions = { ...field.extensions, limit };
  field.resolve = async (source, given, ctx, info) => {
    const who = ctx.actor.kind === 'member' ? ctx.actor.personId : ctx.address && networkOf(ctx.address);
    const retryAfter = who && (await ctx.limits?.count({ who, action }, limit));
    if (retryAfter) throw new DomainError('TOO_MANY_REQUESTS', undefined, [], { retryAfter });
    return resolve(source, given, ctx, info);
  };
}
