import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../platform/graphql/policy.ts';
import type { PersonalDataPart } from './personal-data.reader.ts';
import type { PersonalTableName, PostFate } from './personal-data.rules.ts';

export const PersonalDataKindEnum = enumOf<PersonalTableName>(
  'PersonalDataKind',
  'What a part of one’s data is about.',
  {
    person: 'The account: name, address, language.',
    session: 'Where one is signed in.',
    account: 'Ways to sign in: a password, another service.',
    passkey: 'Passkeys.',
    second_factor: 'The second step of signing in.',
    membership: 'Memberships of centres.',
    join_request: 'Requests for membership.',
    mandate: 'Mandates of organisations.',
    city_coordinator: 'Cities one coordinates.',
    equipment_steward: 'Machines one looks after.',
    problem: 'Problems of machines that one reported or took on.',
    problem_step: 'What one did about problems.',
    hold: 'Times one held before booking.',
    booking: 'Bookings.',
    post: 'Posts.',
    post_revision: 'Earlier texts of posts that one edited.',
    reply: 'Replies.',
    notification: 'What one was told.',
    email_stop: 'E-mails that one stopped or could stop.',
    picture_use: 'Pictures that one added.',
    idempotency_key: 'Requests that were made sure to happen once.',
    closure: 'Times at which one closed a centre, a machine or a unit.',
    offer: 'Times that one was offered for a booking that had to give way.',
    impact_decision: 'What one decided about bookings that had to give way.',
    audit_entry: 'Who did what to one at a centre, and what one did to others.',
    undo_step: 'What one did a moment ago and could take back.',
    logged_event: 'What one did, as the event log keeps it.',
  },
);

export const PostFateEnum = enumOf<PostFate>(
  'PostFate',
  'What becomes of the posts and replies of an erased account.',
  {
    keep: 'They stay, by a former member, without name and address.',
    remove: 'Their texts go.',
  },
);

@Allow(asParent)
@ObjectType('PersonalDataPart', { description: 'Everything of one kind that is kept about a person.' })
export class PersonalDataPartObject implements PersonalDataPart {
  @Field(() => PersonalDataKindEnum, { description: 'What it is about.' })
  kind: PersonalTableName;

  @Field(() => Int, { description: 'How many entries there are.' })
  count: number;

  @Field(() => String, { description: 'The entries, as a JSON list.' })
  json: string;
}

@InputType({ description: 'Erases one’s own account.' })
export class EraseAccountInput {
  @Field(() => String, { nullable: true, description: 'The password, where there is one.' })
  password?: string | null;

  @Field(() => PostFateEnum, { description: 'What becomes of posts and replies.' })
  posts: PostFate;
}
