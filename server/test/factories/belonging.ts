import type { CentreRole } from '../../src/access/roles.enums.ts';
import { JoinRequest } from '../../src/modules/people/join-requests/join-request.entity.ts';
import type { JoinRequestState } from '../../src/modules/people/join-requests/join-request.enums.ts';
import { CityCoordinator, Mandate, Membership } from '../../src/modules/people/memberships/membership.entity.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

/** When something holds; by default since a year ago, without an end. */
interface Validity {
  validFrom?: Date;
  validUntil?: Date | null;
}

const holding = (world: World, { validFrom, validUntil = null }: Validity) => ({
  validFrom: validFrom ?? new Date(world.now.getTime() - 365 * 86_400_000),
  validUntil,
});

/** Makes a person belong to a centre; returns the id. */
export async function makeMembership(
  world: World,
  given: Validity & { personId: string; centreId: string; role?: CentreRole },
): Promise<string> {
  const id = newId();
  await world.em().insert(Membership, {
    id,
    person: given.personId,
    centre: given.centreId,
    role: given.role ?? 'member',
    ...holding(world, given),
  });
  return id;
}

/** A request for membership, of now and waiting unless told otherwise; returns the id. */
export async function makeJoinRequest(
  world: World,
  given: {
    personId: string;
    centreId: string;
    state?: JoinRequestState;
    message?: string;
    wish?: { equipmentId: string; startsAt: Date; endsAt: Date };
    createdAt?: Date;
    decidedAt?: Date;
    decidedBy?: string;
  },
): Promise<string> {
  const id = newId();
  const { state = 'sent', wish, createdAt = world.now } = given;
  await world.em().insert(JoinRequest, {
    id,
    person: given.personId,
    centre: given.centreId,
    message: given.message ?? 'Norėčiau pjauti lazeriu.',
    state,
    reason: state === 'declined' ? 'Kol kas vietų nėra.' : null,
    wishEquipment: wish?.equipmentId ?? null,
    wishStartsAt: wish?.startsAt ?? null,
    wishEndsAt: wish?.endsAt ?? null,
    createdAt,
    decidedAt: state === 'sent' ? null : (given.decidedAt ?? createdAt),
    decidedBy: given.decidedBy ?? null,
    version: 1,
  });
  return id;
}

/** Lets a person act for an organisation; returns the id. */
export async function makeMandate(
  world: World,
  given: Validity & { personId: string; organisationId: string },
): Promise<string> {
  const id = newId();
  await world.em().insert(Mandate, {
    id,
    person: given.personId,
    organisation: given.organisationId,
    ...holding(world, given),
  });
  return id;
}

/** Makes a person coordinate a city; returns the id. */
export async function makeCoordinator(
  world: World,
  given: Validity & { personId: string; cityId: string },
): Promise<string> {
  const id = newId();
  await world.em().insert(CityCoordinator, {
    id,
    person: given.personId,
    city: given.cityId,
    ...holding(world, given),
  });
  return id;
}
