import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { rows } from '../../../../platform/graphql/complexity.ts';
import { Allow, confirmedMembers, members } from '../../../../platform/graphql/policy.ts';
import { notFound } from '../../../../shared/errors.ts';
import { oneLine } from '../../../../shared/text/text.rules.ts';
import { type ClosureRow, readClosures, readStandingClosures } from '../../../booking/closures/closure.reader.ts';
import { readEquipment } from '../../../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../../../equipment/items/equipment.type.ts';
import { readUnits } from '../../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../../equipment/units/unit.type.ts';
import { DeskObject, whoMay } from '../../desks/desk.type.ts';
import { countGivenWay } from '../decisions/given-way.reader.ts';
import { presentImpact } from '../impact.resolver.ts';
import { ImpactObject, type ImpactUnseenObject } from '../impact.type.ts';
import { closeTime, closureImpact, type PlannedClosure } from './close-time.service.ts';
import { mayClose } from './closure.policy.ts';
import {
  CloseTimeInput,
  CloseTimeResult,
  ClosureInput,
  ClosureLiftedObject,
  ClosureObject,
  LiftClosureInput,
  type TimeClosedObject,
} from './closure.type.ts';
import { liftClosure } from './lift-closure.service.ts';

/** All units of a centre and their standing bookings are looked through. */
const wholeCentre = 300;

@Resolver(() => ClosureObject)
export class ClosureResolver {
  @Allow(members)
  @Query(() => ImpactObject, {
    complexity: ({ childComplexity }) => wholeCentre + childComplexity,
    description:
      'Whose bookings a closure would touch; for managers of the centre, of equipment and units for its staff.',
  })
  async closureImpact(
    @Ctx() ctx: Context,
    @Arg('input', () => ClosureInput, { description: 'The planned closure.' }) input: ClosureInput,
  ): Promise<ImpactObject> {
    return presentImpact(await closureImpact(ctx, plannedOf(input)));
  }

  @Allow(confirmedMembers)
  @Mutation(() => CloseTimeResult, {
    complexity: ({ childComplexity }) => wholeCentre + childComplexity,
    description:
      'Closes a centre, an equipment or a unit for a stretch, once all bookings that lose their time were shown and ' +
      'decided about; a centre by its managers, the others by its staff.',
  })
  async closeTime(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseTimeInput, { description: 'What, when and why.' }) input: CloseTimeInput,
  ): Promise<TimeClosedObject | ImpactUnseenObject> {
    const { decisions, idempotencyKey } = input;
    const outcome = await closeTime(ctx, { ...plannedOf(input), decisions, idempotencyKey });
    if ('impact' in outcome) return { impact: presentImpact(outcome.impact) };
    return { closure: await closureOf(ctx, outcome.id), repeated: outcome.repeated };
  }

  @Allow(confirmedMembers)
  @Mutation(() => ClosureLiftedObject, {
    description: 'Ends a closure early; who gave way is offered the time first. CONFLICT where it is over or lifted.',
  })
  async liftClosure(
    @Ctx() ctx: Context,
    @Arg('input', () => LiftClosureInput, { description: 'Which one.' }) input: LiftClosureInput,
  ): Promise<ClosureLiftedObject> {
    const { offered } = await liftClosure(ctx, input);
    return { closure: await closureOf(ctx, input.closureId), offered };
  }

  @FieldResolver(() => EquipmentObject, {
    nullable: true,
    description: 'The equipment that is closed, or whose unit is; null where the whole centre is.',
  })
  async equipment(@Ctx() ctx: Context, @Root() { equipmentId }: ClosureObject): Promise<EquipmentObject | null> {
    return equipmentId === null ? null : ((await load(ctx, readEquipment, equipmentId)) ?? null);
  }

  @FieldResolver(() => UnitObject, { nullable: true, description: 'The unit, where only one is closed.' })
  async unit(@Ctx() ctx: Context, @Root() { unitId }: ClosureObject): Promise<UnitObject | null> {
    return unitId === null ? null : ((await load(ctx, readUnits, unitId)) ?? null);
  }
}

@Resolver(() => DeskObject)
export class DeskClosuresResolver {
  @Allow(whoMay('block'))
  @FieldResolver(() => [ClosureObject], {
    complexity: rows(10),
    description: 'What is closed now or will be, by those who may open it again: the next one first.',
  })
  async closures(@Root() { centre }: DeskObject, @Ctx() ctx: Context): Promise<ClosureObject[]> {
    const standing = await readStandingClosures(ctx, centre.id);
    const own = standing.filter((closure) => mayClose(ctx.actor, closure));
    return Promise.all(own.map((closure) => presentClosure(ctx, closure)));
  }
}

async function closureOf(ctx: Context, id: string): Promise<ClosureObject> {
  const closure = (await readClosures(ctx, [id])).get(id);
  if (!closure) throw notFound();
  return presentClosure(ctx, closure);
}

async function presentClosure(ctx: Context, { messages, ...closure }: ClosureRow): Promise<ClosureObject> {
  const texts = Object.entries(messages).map(([language, text]) => ({ language, text }));
  return { ...closure, texts, givenWay: (await load(ctx, countGivenWay, closure.id)) ?? 0 };
}

/** A closure as it was sent; of two texts in one language the later is taken. */
const plannedOf = ({
  centreId,
  equipmentId,
  unitId,
  kind,
  startsAt,
  endsAt,
  messages,
}: ClosureInput): PlannedClosure => ({
  ...{ centreId, equipmentId, unitId, kind, startsAt, endsAt },
  messages: Object.fromEntries(messages.map(({ language, text }) => [language, oneLine(text)])),
});
