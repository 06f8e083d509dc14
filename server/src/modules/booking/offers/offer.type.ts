import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { OfferKind, OfferState } from './offer.enums.ts';

export const OfferKindEnum = enumOf<OfferKind>('TimeOfferKind', 'Why a time is offered.', {
  instead: 'A booking had to give way, and this is another time for it.',
  back: 'The time of a booking that had to give way is free again.',
});

export const OfferStateEnum = enumOf<OfferState>('TimeOfferState', 'The life of an offer.', {
  open: 'It waits for an answer, and nobody else can take the time.',
  taken: 'It became a booking.',
  declined: 'Its holder let go of it.',
  expired: 'It ran out.',
  withdrawn: 'The time was taken away.',
});

@Allow(asParent)
@ObjectType('TimeOffer', {
  description: 'Time kept for up to 48 hours for somebody whose booking had to give way; for them alone.',
  simpleResolvers: true,
})
export class OfferObject {
  @Field(() => ID, { description: 'The id of the offer.' })
  id: string;

  @Field(() => OfferKindEnum, { description: 'Why it is offered.' })
  kind: OfferKind;

  @Field(() => GraphQLISODateTime, { description: 'When the offered time begins, without set-up.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends, without clean-up.' })
  endsAt: Date;

  @Field(() => String, { description: 'What those say who offer it; may be empty.' })
  message: string;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  expiresAt: Date;

  state: OfferState;
  bookingId: string;
  equipmentId: string;
  unitId: string;
}
