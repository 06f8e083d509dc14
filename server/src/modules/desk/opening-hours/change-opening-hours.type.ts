import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { OpeningHoursImpactObject } from './impact/opening-hours-impact.type.ts';
import { OpeningPlanObject } from './plan/opening-plan.type.ts';

@Allow(asParent)
@ObjectType('OpeningHoursSaved', {
  description: 'The hours hold from now on; bookings outside of them stand.',
  simpleResolvers: true,
})
export class OpeningHoursSavedObject {
  @Field(() => OpeningPlanObject, { description: 'The hours of now.' })
  plan: OpeningPlanObject;

  @Field(() => Boolean, { description: 'True where this repeats an earlier request with the same key.' })
  repeated: boolean;
}

@Allow(asParent)
@ObjectType('OpeningHoursUnsaved', {
  description: 'Nothing was saved: other bookings are affected than those that were shown.',
  simpleResolvers: true,
})
export class OpeningHoursUnsavedObject {
  @Field(() => OpeningHoursImpactObject, { description: 'Whom the hours would touch now.' })
  impact: OpeningHoursImpactObject;
}

export const ChangeOpeningHoursResult = createUnionType({
  name: 'ChangeOpeningHoursResult',
  description: 'The new hours, or whom to look at first.',
  types: () => [OpeningHoursSavedObject, OpeningHoursUnsavedObject] as const,
  resolveType: (value) => ('plan' in value ? OpeningHoursSavedObject : OpeningHoursUnsavedObject),
});
