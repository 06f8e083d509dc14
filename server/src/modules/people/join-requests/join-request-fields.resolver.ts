import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { type PersonRow, readPeople } from '../persons/person.reader.ts';
import { PersonObject } from '../persons/person.type.ts';
import { mayCommandJoinRequest } from './join-request.policy.ts';
import { JoinRequestAbilitiesObject, JoinRequestObject, JoinWishObject } from './join-request.type.ts';
import { waitingState } from './join-request-lifecycle.rules.ts';

@Resolver(() => JoinRequestObject)
export class JoinRequestFieldsResolver {
  @FieldResolver(() => PersonObject, { description: 'Who asks.' })
  person(@Ctx() ctx: Context, @Root() { personId }: JoinRequestObject): Promise<PersonRow | undefined> {
    return load(ctx, readPeople, personId);
  }

  @FieldResolver(() => CentreObject, { description: 'The centre that is asked.' })
  centre(@Ctx() ctx: Context, @Root() { centreId }: JoinRequestObject): Promise<CentreRow | undefined> {
    return load(ctx, readCentres, centreId);
  }

  @FieldResolver(() => PersonObject, {
    nullable: true,
    description: 'Who of the staff answered; null where nobody did or the account was erased.',
  })
  async decidedBy(@Ctx() ctx: Context, @Root() { decidedById }: JoinRequestObject): Promise<PersonRow | null> {
    return decidedById === null ? null : ((await load(ctx, readPeople, decidedById)) ?? null);
  }

  @FieldResolver(() => JoinWishObject, {
    nullable: true,
    description: 'What the person would book as a member; null where they did not say.',
  })
  wish(@Root() { wishEquipmentId, wishStartsAt, wishEndsAt }: JoinRequestObject): JoinWishObject | null {
    if (wishEquipmentId === null || wishStartsAt === null || wishEndsAt === null) return null;
    return { equipmentId: wishEquipmentId, startsAt: wishStartsAt, endsAt: wishEndsAt };
  }

  @FieldResolver(() => JoinRequestAbilitiesObject, { description: 'What the asking person may do with it now.' })
  viewerCan(@Ctx() { actor }: Context, @Root() request: JoinRequestObject): JoinRequestAbilitiesObject {
    const waits = request.state === waitingState;
    return {
      decide: waits && mayCommandJoinRequest(actor, 'accept', request),
      withdraw: waits && mayCommandJoinRequest(actor, 'withdraw', request),
    };
  }
}
