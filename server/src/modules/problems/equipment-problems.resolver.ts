import { Ctx, FieldResolver, GraphQLISODateTime, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context/context.ts';
import { load } from '../../platform/context/load.ts';
import { rows } from '../../platform/graphql/complexity.ts';
import { notFound } from '../../shared/errors.ts';
import { BookingObject } from '../booking/bookings/booking.type.ts';
import { readOutages, riskDays } from '../booking/outages/outage.reader.ts';
import { EquipmentRecordObject } from '../equipment/editing/equipment-record.type.ts';
import { EquipmentObject } from '../equipment/items/equipment.type.ts';
import { readUnits } from '../equipment/units/unit.reader.ts';
import { UnitObject } from '../equipment/units/unit.type.ts';
import { readFigures, readOpenProblemsOf } from './problem.reader.ts';
import { ProblemFiguresObject, ProblemNoticeObject } from './problem.type.ts';

@Resolver(() => EquipmentObject)
export class EquipmentProblemsResolver {
  @FieldResolver(() => [ProblemNoticeObject], {
    complexity: rows(2, 10),
    description: 'What is wrong with it now, the worst first; what is only worth knowing is left out.',
  })
  async problems(@Ctx() ctx: Context, @Root() { id }: EquipmentObject): Promise<ProblemNoticeObject[]> {
    const open = (await load(ctx, readOpenProblemsOf, id)) ?? [];
    return open.filter(({ kind }) => kind !== 'note');
  }
}

@Resolver(() => ProblemNoticeObject)
export class ProblemNoticeResolver {
  @FieldResolver(() => UnitObject, { description: 'The unit.' })
  async unit(@Ctx() ctx: Context, @Root() { unitId }: ProblemNoticeObject): Promise<UnitObject> {
    const unit = await load(ctx, readUnits, unitId);
    if (!unit) throw notFound();
    return unit;
  }
}

@Resolver(() => EquipmentRecordObject)
export class EquipmentFiguresResolver {
  @FieldResolver(() => ProblemFiguresObject, {
    complexity: 10,
    description: 'How often it had problems, and how long.',
  })
  async problemFigures(@Ctx() ctx: Context, @Root() { id }: EquipmentRecordObject): Promise<ProblemFiguresObject> {
    return (await load(ctx, readFigures, id)) ?? { count: 0, minutesToFix: null, minutesOut: 0 };
  }
}

const day = 86_400_000;

@Resolver(() => BookingObject)
export class BookingRiskResolver {
  @FieldResolver(() => GraphQLISODateTime, {
    nullable: true,
    complexity: 5,
    description:
      'The expected end of what its unit is out of order for, where the booking falls before it or within a week ' +
      'behind it; else null.',
  })
  async atRiskUntil(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<Date | null> {
    if (booking.endsAt <= ctx.now || booking.state === 'cancelled' || booking.state === 'declined') return null;
    const outage = await load(ctx, readOutages, booking.unitId);
    return outage && booking.startsAt.getTime() < outage.endsAt.getTime() + riskDays * day ? outage.endsAt : null;
  }
}
