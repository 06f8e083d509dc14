import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../../platform/graphql/local-date.scalar.ts';
import { oneLine } from '../../../../shared/text/text.rules.ts';
import type { ExceptionKind } from '../../../opening-hours/hours/opening.enums.ts';
import { OpeningExceptionKindEnum } from '../../../opening-hours/hours/opening.type.ts';
import { ImpactDecisionsInput } from '../../impact/impact.type.ts';
import type { OpeningPlan } from './opening-plan.rules.ts';

@InputType({ description: 'Hours of one weekday.' })
export class OpeningHoursInput {
  @Field(() => Int, { description: 'ISO weekday, 1 Monday to 7 Sunday.' })
  weekday: number;

  @Field(() => String, { description: 'Opens at, HH:MM.' })
  opens: string;

  @Field(() => String, { description: 'Closes at, HH:MM, later on the same day; 24:00 is midnight.' })
  closes: string;
}

@InputType({ description: 'What people are told about some days, in one language.' })
export class OpeningMessageInput {
  @Field(() => String, { description: 'The language of the text, a BCP 47 tag.' })
  language: string;

  @Field(() => String, { description: 'The text, up to 200 characters.' })
  text: string;
}

@InputType({ description: 'Days that differ from the weekly hours; for a break send the same days twice.' })
export class PlannedExceptionInput {
  @Field(() => OpeningExceptionKindEnum, { description: 'Closed, or open at other hours.' })
  kind: ExceptionKind;

  @Field(() => LocalDateScalar, { description: 'The first day.' })
  startsOn: string;

  @Field(() => LocalDateScalar, { description: 'The last day; the first for a single day.' })
  endsOn: string;

  @Field(() => String, { nullable: true, description: 'Opens at, HH:MM; left out where closed.' })
  opens?: string | null;

  @Field(() => String, { nullable: true, description: 'Closes at, HH:MM or 24:00; left out where closed.' })
  closes?: string | null;

  @Field(() => Boolean, { description: 'Comes back every year on the same days; then less than a year long.' })
  yearly: boolean;

  @Field(() => [OpeningMessageInput], { description: 'What people are told; may be empty.' })
  messages: OpeningMessageInput[];
}

@InputType({ description: 'All hours of a centre, or all that an equipment keeps of its own.' })
export class OpeningPlanInput {
  @Field(() => ID, { nullable: true, description: 'The centre whose hours they are; else an equipment.' })
  centreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The equipment whose own hours they are; else a centre.' })
  equipmentId?: string | null;

  @Field(() => [OpeningHoursInput], {
    description: 'Weekly hours, at most 70; without any an equipment follows its centre, and a centre is never open.',
  })
  weekly: OpeningHoursInput[];

  @Field(() => [PlannedExceptionInput], { description: 'Days that differ, at most 200.' })
  exceptions: PlannedExceptionInput[];
}

@InputType({ description: 'What replaces the hours of now.' })
export class ChangeOpeningHoursInput extends OpeningPlanInput {
  @Field(() => Int, { description: 'The version that was read; STALE_VERSION if it changed since.' })
  version: number;

  @Field(() => ImpactDecisionsInput, {
    nullable: true,
    description: 'What becomes of the bookings that lose their time; may be left out where none are affected.',
  })
  decisions?: ImpactDecisionsInput | null;

  @Field(() => String, {
    description: '1 to 80 characters chosen by the client; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

/** A plan as it was sent; of two texts in one language the later is taken. */
export const planOf = ({ weekly, exceptions }: OpeningPlanInput): OpeningPlan => ({
  weekly,
  exceptions: exceptions.map(({ messages, opens, closes, ...days }) => ({
    ...days,
    opens: opens ?? null,
    closes: closes ?? null,
    messages: Object.fromEntries(messages.map(({ language, text }) => [language, oneLine(text)])),
  })),
});
