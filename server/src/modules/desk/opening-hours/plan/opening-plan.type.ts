import { Field, ID, Int, ObjectType } from 'type-graphql';
import { rows } from '../../../../platform/graphql/complexity.ts';
import { LocalDateScalar } from '../../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent } from '../../../../platform/graphql/policy.ts';
import type { ExceptionKind } from '../../../opening-hours/hours/opening.enums.ts';
import { OpeningExceptionKindEnum, OpeningHoursObject } from '../../../opening-hours/hours/opening.type.ts';
import type { OpeningOwner } from './opening-owner.reader.ts';
import type { OpeningPlan } from './opening-plan.rules.ts';

@Allow(asParent)
@ObjectType('OpeningMessage', { description: 'What people are told about some days.', simpleResolvers: true })
export class OpeningMessageObject {
  @Field(() => String, { description: 'The language of the text, a BCP 47 tag.' })
  language: string;

  @Field(() => String, { description: 'The text.' })
  text: string;
}

@Allow(asParent)
@ObjectType('PlannedException', {
  description: 'Days that differ from the weekly hours, as managers change them.',
  simpleResolvers: true,
})
export class PlannedExceptionObject {
  @Field(() => OpeningExceptionKindEnum, { description: 'Closed, or open at other hours.' })
  kind: ExceptionKind;

  @Field(() => LocalDateScalar, { description: 'The first day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  endsOn: string;

  @Field(() => String, { nullable: true, description: 'Opens at, HH:MM; null where closed.' })
  opens: string | null;

  @Field(() => String, { nullable: true, description: 'Closes at, HH:MM; null where closed.' })
  closes: string | null;

  @Field(() => Boolean, { description: 'Comes back every year on the same days.' })
  yearly: boolean;

  @Field(() => [OpeningMessageObject], { complexity: rows(3), description: 'What people are told, by language.' })
  messages: OpeningMessageObject[];
}

@Allow(asParent)
@ObjectType('OpeningPlan', {
  description: 'All hours of a centre, or all that an equipment keeps of its own; what is over is left out.',
  simpleResolvers: true,
})
export class OpeningPlanObject {
  @Field(() => [OpeningHoursObject], {
    complexity: rows(14),
    description: 'Weekly hours, Monday first; without any an equipment follows its centre, and a centre is never open.',
  })
  weekly: OpeningHoursObject[];

  @Field(() => [PlannedExceptionObject], { complexity: rows(10), description: 'Days that differ, earliest first.' })
  exceptions: PlannedExceptionObject[];

  @Field(() => Int, { description: 'Grows with every change; send it back when changing.' })
  version: number;

  @Field(() => ID, { description: 'The centre.' })
  centreId: string;

  @Field(() => ID, { nullable: true, description: 'The equipment, where the hours are its own.' })
  equipmentId: string | null;
}

/** A plan as managers read it. */
export const presentPlan = (
  { centreId, equipmentId, version }: OpeningOwner,
  { weekly, exceptions }: OpeningPlan,
): OpeningPlanObject => ({
  ...{ centreId, equipmentId, version },
  weekly: [...weekly],
  exceptions: exceptions.map((exception) => ({
    ...exception,
    messages: Object.entries(exception.messages).map(([language, text]) => ({ language, text })),
  })),
});
