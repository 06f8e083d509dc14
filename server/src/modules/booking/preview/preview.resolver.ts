import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers, members } from '../../../platform/graphql/policy.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { gridStarts } from '../../../shared/time/grid.rules.ts';
import { localDayFrom } from '../../../shared/time/local-time.rules.ts';
import { findRecord } from '../../equipment/editing/equipment-record.reader.ts';
import { EquipmentRecordObject, presentRecord } from '../../equipment/editing/equipment-record.type.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { rulesProblems } from '../../equipment/rules/booking-rules-draft.rules.ts';
import { changeBookingRules } from '../../equipment/rules/change-rules.service.ts';
import { readPreview } from './preview.reader.ts';
import { ChangeBookingRulesInput, PreviewedStartsObject, RulesPreviewInput } from './preview.type.ts';
import { runsOf } from './preview-runs.rules.ts';

@Resolver()
export class PreviewResolver {
  @Allow(members)
  @Query(() => [PreviewedStartsObject], {
    complexity: ({ childComplexity }) => 300 + 20 * childComplexity,
    description:
      'What somebody would see of a day under rules that are not saved, decided as bookings are; for those who work ' +
      'at the centre.',
  })
  async bookingRulesPreview(
    @Ctx() ctx: Context,
    @Arg('input', () => RulesPreviewInput, { description: 'The rules, the day and the reader.' })
    { equipmentId, rules, as, date }: RulesPreviewInput,
  ): Promise<PreviewedStartsObject[]> {
    await findRecord(ctx, equipmentId, 'see-desk');
    const problems = rulesProblems(rules);
    if (problems.length > 0) throw badInput(problems);
    const equipment = (await readEquipment(ctx, [equipmentId])).get(equipmentId);
    if (!equipment) throw notFound();
    const { zone } = equipment;
    if (date < '2000-01-01' || date > '2999-12-31')
      throw badInput([{ field: 'date', message: { key: 'booking.tooFar' } }]);
    const day = localDayFrom(zone, date);
    if (!day) throw badInput([{ field: 'date', message: { key: 'booking.tooFar' } }]);
    const starts = gridStarts(zone, rules.gridMinutes, day.start, day.end).filter((start) => start < day.end);
    const found = await readPreview(ctx, { equipmentId, rules, as, starts, minutes: rules.minimumMinutes });
    return runsOf(found).map(({ start, last, outcome, reason }) => ({
      ...{ firstAt: new Date(start), lastAt: new Date(last), outcome },
      reason: reason ? translate(ctx.locale, reason.key, reason.parameters) : null,
    }));
  }

  @Allow(confirmedMembers)
  @Mutation(() => EquipmentRecordObject, {
    description:
      'Replaces the rules of booking a machine; bookings that stand keep theirs. For managers of the centre.',
  })
  async changeBookingRules(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeBookingRulesInput, { description: 'The new rules.' }) input: ChangeBookingRulesInput,
  ): Promise<EquipmentRecordObject> {
    await changeBookingRules(ctx, input);
    return presentRecord(await findRecord(ctx, input.equipmentId, 'see-desk'));
  }
}
