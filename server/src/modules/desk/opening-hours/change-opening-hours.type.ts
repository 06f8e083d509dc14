import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { ImpactUnseenObject } from '../impact/impact.type.ts';
import { OpeningPlanObject } from './plan/opening-plan.type.ts';

@Allow(asParent)
@ObjectType('OpeningHoursSaved', {
  description: 'The hours hold from now on.',
  simpleResolvers: true,
})
export class OpeningHoursSavedObject {
  @Field(() => OpeningPlanObject, { description: 'The hours of now.' })
  plan: OpeningPlanObject;

  @Field(() => Boolean, { description: 'True where this repeats an earlier request with the same key.' })
  repeated: boolean;
}

export const ChangeOpeningHoursResult = createUnionType({
  name: 'ChangeOpeningHoursResult',
  description: 'The new hours, or whom to look at first.',
  types: () => [OpeningHoursSavedObject, ImpactUnseenObject] as const,
  resolveType: (value) => ('plan' in value ? OpeningHoursSavedObject : ImpactUnseenObject),
});
