import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { notFound } from '../../shared/errors.ts';
import { type Context, confirmed, signedIn } from '../context/context.ts';

/** A rule at the door of a field; finer rules, about one thing, live in `*.policy.ts` and in the services. */
export interface FieldPolicy {
  /** Stands in the schema's extensions; the test of policies reads it. */
  readonly name: string;
  /** Throws what the actor is told, or returns. Left out: everyone may. */
  readonly check?: (ctx: Context, source: unknown) => void;
}

/** Readable by anyone, also without an account. */
export const everyone: FieldPolicy = { name: 'everyone' };
/** Needs a signed-in person. */
export const members: FieldPolicy = { name: 'members', check: (ctx) => void signedIn(ctx) };
/** Needs a signed-in person whose e-mail address is confirmed. */
export const confirmedMembers: FieldPolicy = { name: 'confirmedMembers', check: (ctx) => void confirmed(ctx) };
/** Reached only through a parent whose own policy already decided. */
export const asParent: FieldPolicy = { name: 'asParent' };

/** A policy about the thing whose field is read; the field stays unknown to others. */
export const onlyIf = <Source>(name: string, allows: (ctx: Context, source: Source) => boolean): FieldPolicy => ({
  name,
  check: (ctx, source) => {
    if (!allows(ctx, source as Source)) throw notFound();
  },
});

/**
 * Declares who may use a query, mutation, subscription or field, or all fields of a type. Every root field
 * and every object type carries one; a test fails where it is missing.
 */
export function Allow({ name, check }: FieldPolicy): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Extensions({ policy: name, check }) as ClassDecorator & MethodDecorator & PropertyDecorator;
}

/**
 * Puts each policy before the resolver of its fields, or before a subscription, which asks it again for each event.
 * It does not wait, so that fields that are simply read cost nothing more; a middleware would make each of them a
 * promise.
 */
export function enforcePolicies(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) guard(field, checkOf(field) ?? checkOf(type));
  }
  return schema;
}

const checkOf = ({ extensions }: { readonly extensions: object }) => (extensions as FieldPolicy).check;

function guard(field: GraphQLField<unknown, Context>, check: FieldPolicy['check']): void {
  if (!check) return;
  const { subscribe, resolve = defaultFieldResolver } = field;
  if (subscribe) {
    field.subscribe = (source, given, ctx, info) => {
      check(ctx, source);
      return subscribe(source, given, ctx, info);
    };
    return;
  }
  field.resolve = (source, given, ctx, info) => {
    check(ctx, source);
    return resolve(source, given, ctx, info);
  };
}
