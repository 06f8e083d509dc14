import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers, members } from '../../../platform/graphql/policy.ts';
import { presentImpact } from '../impact/impact.resolver.ts';
import { ImpactObject, type ImpactUnseenObject } from '../impact/impact.type.ts';
import { changeOpeningHours, impactOf } from './change-opening-hours.service.ts';
import { ChangeOpeningHoursResult, type OpeningHoursSavedObject } from './change-opening-hours.type.ts';
import { findOwner, type OwnerChoice } from './plan/opening-owner.reader.ts';
import { readPlan } from './plan/opening-plan.reader.ts';
import { OpeningPlanObject, presentPlan } from './plan/opening-plan.type.ts';
import { ChangeOpeningHoursInput, OpeningPlanInput, planOf } from './plan/opening-plan-input.type.ts';

/** The hours of every equipment of a centre and its standing bookings are looked through. */
const wholeCentre = 300;

@Resolver()
export class OpeningHoursResolver {
  @Allow(members)
  @Query(() => OpeningPlanObject, { description: 'The hours to change; for managers of the centre.' })
  openingPlan(
    @Ctx() ctx: Context,
    @Arg('centreId', () => ID, { nullable: true, description: 'The centre; else an equipment.' })
    centreId: string | null,
    @Arg('equipmentId', () => ID, { nullable: true, description: 'The equipment, for its own hours; else a centre.' })
    equipmentId: string | null,
  ): Promise<OpeningPlanObject> {
    return presented(ctx, { centreId, equipmentId });
  }

  @Allow(members)
  @Query(() => ImpactObject, {
    complexity: ({ childComplexity }) => wholeCentre + childComplexity,
    description: 'Whose bookings planned hours would no longer cover; for managers of the centre.',
  })
  async openingHoursImpact(
    @Ctx() ctx: Context,
    @Arg('input', () => OpeningPlanInput, { description: 'The planned hours.' }) input: OpeningPlanInput,
  ): Promise<ImpactObject> {
    return presentImpact(await impactOf(ctx, { ...input, ...planOf(input) }));
  }

  @Allow(confirmedMembers)
  @Mutation(() => ChangeOpeningHoursResult, {
    complexity: ({ childComplexity }) => wholeCentre + childComplexity,
    description:
      'Replaces the hours of a centre, or those that an equipment keeps of its own, once all bookings that they ' +
      'no longer cover were shown and decided about; for managers of the centre.',
  })
  async changeOpeningHours(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeOpeningHoursInput, { description: 'The new hours.' }) input: ChangeOpeningHoursInput,
  ): Promise<OpeningHoursSavedObject | ImpactUnseenObject> {
    const outcome = await changeOpeningHours(ctx, { ...input, ...planOf(input) });
    if ('impact' in outcome) return { impact: presentImpact(outcome.impact) };
    return { plan: await presented(ctx, input), repeated: outcome.repeated };
  }
}

async function presented(ctx: Context, choice: OwnerChoice): Promise<OpeningPlanObject> {
  const owner = await findOwner(ctx, choice);
  return presentPlan(owner, await readPlan(ctx, owner));
}
