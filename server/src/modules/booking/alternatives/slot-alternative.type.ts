import { Field, Float, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Alternative, AlternativeKind } from './alternatives.rules.ts';

export const AlternativeKindEnum = enumOf<AlternativeKind>(
  'AlternativeKind',
  'How an alternative differs from what was wanted.',
  {
    other_unit: 'Another unit, or equal equipment beside it, at the wanted time.',
    other_time: 'The same equipment at another time.',
    other_centre: 'Equipment of the same type in another centre.',
  },
);

@Allow(asParent)
@ObjectType('SlotAlternative', { description: 'Another time or place for the same need.', simpleResolvers: true })
export class SlotAlternativeObject {
  equipmentId: string;
  unitId: string;

  @Field(() => GraphQLISODateTime, { description: 'When it would begin.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it would end.' })
  endsAt: Date;

  @Field(() => Float, { nullable: true, description: 'Kilometres to another centre; null in the same one or unknown.' })
  distance: number | null;

  @Field(() => AlternativeKindEnum, { description: 'How it differs.' })
  kind: AlternativeKind;
}

/** An alternative as its GraphQL type reads it. */
export const presentAlternative = ({ start, end, ...alternative }: Alternative): SlotAlternativeObject => ({
  ...alternative,
  startsAt: new Date(start),
  endsAt: new Date(end),
});
