import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { EmailCategory } from './email-stop.enums.ts';

export const EmailCategoryEnum = enumOf<EmailCategory>('EmailCategory', 'E-mails that one stops together.', {
  own_bookings: 'What one booked, moved or cancelled oneself.',
  booking_changes: 'What others did to one’s bookings.',
  booking_reminders: 'A reminder the day before a booking.',
  memberships: 'What became of one’s membership of a centre.',
  replies: 'Replies to one’s posts.',
  discussions: 'Replies of others to posts that one replied to.',
  problems: 'Problems of machines that one looks after, and how those ended that one reported.',
  booking_requests: 'To staff: bookings that wait for their answer.',
  join_requests: 'To staff: requests for membership.',
});

@Allow(asParent)
@ObjectType('EmailSetting', {
  description: 'Whether e-mails of a category go to a person. Those about the account itself always do.',
  simpleResolvers: true,
})
export class EmailSettingObject {
  @Field(() => EmailCategoryEnum, { description: 'Which e-mails.' })
  category: EmailCategory;

  @Field(() => Boolean, { description: 'Whether the person stopped them.' })
  stopped: boolean;
}

@InputType({ description: 'Which e-mails to stop or to take up again, by the token that stands in each of them.' })
export class EmailStopInput {
  @Field(() => ID, { description: 'The token of the address in the e-mail.' })
  token: string;

  @Field(() => Boolean, { description: 'True to stop them, false to take them up again.' })
  stopped: boolean;
}

@InputType({ description: 'Which e-mails to stop or to take up again.' })
export class EmailSettingInput {
  @Field(() => EmailCategoryEnum, { description: 'Which e-mails.' })
  category: EmailCategory;

  @Field(() => Boolean, { description: 'True to stop them, false to take them up again.' })
  stopped: boolean;
}
