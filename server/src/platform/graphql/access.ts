import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { Actor, Member } from '../../access/actor.rules.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../context/context.ts';
import type { FieldLimit } from './limit.ts';
import type { FieldPolicy } from './policy.ts';

const member: Member = {
  kind: 'member',
  personId: 'asker',
  sessionId: 'session',
  name: 'Asker',
  email: 'asker@example.org',
  emailVerified: true,
  operator: false,
  memberships: [],
  organisationIds: [],
  cityIds: [],
  actingFor: null,
};
const stranger: Member = { ...member, personId: 'stranger' };
const at = (role: 'member' | 'staff' | 'manager'): Member => ({
  ...member,
  memberships: [{ centreId: 'centre', role }],
});

/** One actor of each role, the least rights first. */
const roles: Readonly<Record<string, Actor>> = {
  visitor: { kind: 'visitor' },
  unconfirmed: { ...member, emailVerified: false },
  member,
  'centre member': at('member'),
  staff: at('staff'),
  manager: at('manager'),
  coordinator: { ...member, cityIds: ['city'] },
  operator: { ...member, operator: true },
};

/** What a role gets of a field: everybody's, one's own alone, or nothing. */
type Level = 0 | 1 | 2;
const nothing: Level = 0;
const own: Level = 1;
const all: Level = 2;

type Field = GraphQLField<unknown, Context>;

/**
 * Who gets what at the door of each field, as CSV sorted by field: `yes`, `own` where only of what is one's
 * own, the code of the refusal where the field's policy refuses, `no` where no field that leads there lets the
 * role in. Rules about one thing, in policies, services and visibility conditions, come on top.
 */
export function accessTable(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType<unknown, Context> => isObjectType(type) && !isIntrospectionType(type),
  );
  const reached = Object.values(roles).map((actor) => reachOf(schema, types, actor));
  const rows = types.flatMap((type) =>
    Object.values(type.getFields()).map((field) => {
      const policy = policyOf(field, type);
      const limit = field.extensions.limit as FieldLimit | undefined;
      const rate = limit ? rateOf(limit) : '';
      const answers = Object.values(roles).map((actor, index) => {
        const level = Math.min(reached[index]?.get(type) ?? nothing, levelOf(actor, policy));
        return level === all ? 'yes' : level === own ? 'own' : (refusal(actor, policy, stranger) ?? 'no');
      });
      return [`${type.name}.${field.name}`, policy.name, rate, ...answers].join(',');
    }),
  );
  return `${[['field', 'policy', 'limit', ...Object.keys(roles)].join(','), ...rows.sort()].join('\n')}\n`;
}

const rateOf = ({ times, seconds, per, inAll }: FieldLimit): string =>
  `${times} in ${seconds} s per ${per}${inAll ? '' : ' and process'}`;

/** What is enforced at a field: its own policy, else that of its type. */
function policyOf(field: Field, type: GraphQLObjectType<unknown, Context>): FieldPolicy {
  const [mine, common] = [field.extensions, type.extensions] as Partial<FieldPolicy & { policy: string }>[];
  const check = mine?.check ?? common?.check;
  return { name: mine?.policy ?? common?.policy ?? 'none', ...(check && { check }) };
}

/** How far a role comes, by way of all fields that lead to each type. */
function reachOf(schema: GraphQLSchema, types: readonly GraphQLObjectType<unknown, Context>[], actor: Actor) {
  const reach = new Map<GraphQLObjectType, Level>();
  const arrive = (type: GraphQLObjectType, level: Level): void => {
    if ((reach.get(type) ?? nothing) >= level) return;
    reach.set(type, level);
    for (const field of Object.values(type.getFields())) {
      const through = Math.min(level, levelOf(actor, policyOf(field, type))) as Level;
      for (const target of targetsOf(schema, field)) arrive(target, through);
    }
  };
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of types) if (roots.has(type)) arrive(type, all);
  return reach;
}

function targetsOf(schema: GraphQLSchema, { type }: Field): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

function levelOf(actor: Actor, policy: FieldPolicy): Level {
  if (refusal(actor, policy, stranger) === undefined) return all;
  return refusal(actor, policy, actor) === undefined ? own : nothing;
}

/** The code of the refusal to read a field of this source, if it is one. */
function refusal(actor: Actor, policy: FieldPolicy, source: unknown): string | undefined {
  try {
    policy.check?.({ actor } as Context, source);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
