import { type Context, confirmed } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { recordAudit } from '../../../../platform/events/audit/record-audit.ts';
import { record } from '../../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../../platform/idempotency/idempotent.service.ts';
import { badInput } from '../../../../shared/errors.ts';
import type { FieldProblem } from '../../../../shared/field-problem.rules.ts';
import { Closure } from '../../../booking/closures/closure.entity.ts';
import type { ClosureKind } from '../../../booking/closures/closure.enums.ts';
import { timeClosed } from '../../../booking/closures/closure.events.ts';
import { fillClosures } from '../../../booking/closures/fill-closures.service.ts';
import { Centre } from '../../../directory/centres/centre.entity.ts';
import { Equipment } from '../../../equipment/items/equipment.entity.ts';
import { Unit } from '../../../equipment/units/unit.entity.ts';
import { Person } from '../../../people/persons/person.entity.ts';
import { messageProblems } from '../../opening-hours/plan/opening-plan.rules.ts';
import type { ImpactAnswers } from '../answers.rules.ts';
import type { ImpactCause } from '../cause.rules.ts';
import { type Impact, readImpact } from '../impact.reader.ts';
import { type ImpactUnseen, takeTime } from '../take-time.service.ts';
import { type ClosedUnits, findPlace, type PlaceChoice } from './closed-units.reader.ts';
import { closureProblems, fromNow } from './closure.rules.ts';

export interface PlannedClosure extends PlaceChoice {
  readonly kind: ClosureKind;
  /** From now on where left out. */
  readonly startsAt?: Date | null | undefined;
  readonly endsAt: Date;
  /** What people are told, by BCP 47 tag. */
  readonly messages: Readonly<Record<string, string>>;
}

export interface CloseTime extends PlannedClosure, Repeatable {
  readonly decisions?: ImpactAnswers | null | undefined;
}

/** Whom a closure would touch. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN. */
export async function closureImpact(ctx: Context, planned: PlannedClosure): Promise<Impact> {
  const place = await findPlace(ctx, planned);
  return readImpact(ctx, causeOf(place, usable(ctx, place, planned)));
}

/**
 * Closes a centre, an equipment or a unit for a stretch, once everybody whose booking gives way was shown and decided
 * about. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT, IDEMPOTENCY_KEY_REUSED.
 */
export async function closeTime(ctx: Context, input: CloseTime): Promise<Done | ImpactUnseen> {
  confirmed(ctx);
  const { decisions, ...planned } = input;
  usable(ctx, await findPlace(ctx, planned), planned);
  const work = async (tx: Context, id: string): Promise<ImpactUnseen | undefined> => {
    const place = await findPlace(tx, planned);
    const closure = usable(tx, place, planned);
    const write = () => writeClosure(tx, id, place, closure);
    return takeTime(tx, causeOf(place, closure), decisions ?? {}, write);
  };
  return transact(ctx, (tx) => idempotent(tx, 'closeTime', input, (id) => work(tx, id)));
}

type Usable = PlannedClosure & { readonly startsAt: Date };

function usable({ now }: Context, { equipmentId }: ClosedUnits, planned: PlannedClosure): Usable {
  const { kind, endsAt, messages } = planned;
  const startsAt = fromNow(planned.startsAt, now);
  const problems: FieldProblem[] = [
    ...closureProblems({ kind, startsAt, endsAt, wholeCentre: equipmentId === null }, now),
    ...messageProblems(messages, 'messages'),
  ];
  if (problems.length > 0) throw badInput(problems);
  return { ...planned, startsAt };
}

const causes = { closure: 'closure', maintenance: 'block', training: 'block', out_of_order: 'out_of_order' } as const;

const causeOf = ({ centreId, unitIds }: ClosedUnits, { kind, startsAt, endsAt }: Usable): ImpactCause => ({
  ...{ kind: causes[kind], centreId, unitIds },
  during: { start: startsAt.getTime(), end: endsAt.getTime() },
});

/** The closure with the time that it takes, within {@link takeTime}; also for those who close for reasons of their own. */
export async function writeClosure(
  tx: Context,
  id: string,
  { centreId, equipmentId, unitId, equipmentIds }: ClosedUnits,
  { kind, startsAt, endsAt, messages }: Pick<Usable, 'kind' | 'startsAt' | 'endsAt' | 'messages'>,
): Promise<string> {
  const { em, actor } = tx;
  em.create(Closure, {
    ...{ id, kind, startsAt, endsAt, messages: { ...messages }, createdAt: tx.now },
    centre: em.getReference(Centre, centreId),
    equipment: equipmentId === null ? null : em.getReference(Equipment, equipmentId),
    unit: unitId === null ? null : em.getReference(Unit, unitId),
    createdBy: actor.kind === 'member' ? em.getReference(Person, actor.personId) : null,
  });
  await em.flush();
  const touched = { start: startsAt.getTime(), end: endsAt.getTime() };
  await fillClosures(tx, { during: touched, closureId: id });
  const told = Object.values(messages).join(' · ').slice(0, 400);
  recordAudit(tx, 'closure.made', {
    ...{ centreId, object: { type: 'closure', id }, reason: told || null },
    after: { kind, equipmentId, unitId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  });
  for (const each of equipmentIds) record(tx, timeClosed({ closureId: id, centreId, equipmentId: each, touched }));
  return id;
}
