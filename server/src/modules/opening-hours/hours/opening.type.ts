import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { ExceptionKind } from './opening.enums.ts';

@Allow(asParent)
@ObjectType('OpeningHours', {
  description: "Hours of one weekday in the centre's local time, HH:MM; 24:00 is midnight.",
  simpleResolvers: true,
})
export class OpeningHoursObject {
  @Field(() => Int, { description: 'ISO weekday, 1 Monday to 7 Sunday.' })
  weekday: number;

  @Field(() => String, { description: 'Opens at, HH:MM.' })
  opens: string;

  @Field(() => String, { description: 'Closes at, HH:MM.' })
  closes: string;
}

export const OpeningExceptionKindEnum = enumOf<ExceptionKind>(
  'OpeningExceptionKind',
  'How certain days differ from the weekly hours.',
  {
    closed: 'Closed all day.',
    special_hours: 'Open at other hours than usual.',
  },
);

@Allow(asParent)
@ObjectType('OpeningException', { description: 'Days that differ from the weekly hours.', simpleResolvers: true })
export class OpeningExceptionObject {
  @Field(() => ID, { description: 'The id of the exception.' })
  id: string;

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

  @Field(() => String, { nullable: true, description: "What people are told, in the reader's language where known." })
  message: string | null;
}
