import { makeCoordinator, makeMembership } from './factories/belonging.ts';
import { makePerson } from './factories/identity.ts';
import type { World } from './world.ts';

/** A visitor, whoever may have rights at a centre or elsewhere, and the person whose things the others look at. */
export type Role = (typeof roles)[number];
export const roles = [
  'visitor',
  'unconfirmed',
  'nobody special',
  'member',
  'host',
  'staff',
  'manager',
  'manager elsewhere',
  'coordinator',
  'coordinator elsewhere',
  'operator',
  'owner',
] as const;

interface Centre {
  readonly id: string;
  readonly cityId: string;
}

/** One person of each role as seen from a centre, and the owner, who has none yet; nobody for the visitor. */
export async function peopleOfRoles(
  world: World,
  centre: Centre,
  elsewhere: Centre,
): Promise<Readonly<Record<Role, string | null>>> {
  const people: Record<Role, string | null> = {
    visitor: null,
    unconfirmed: await makePerson(world, { verified: false }),
    'nobody special': await makePerson(world),
    member: await makePerson(world),
    host: await makePerson(world),
    staff: await makePerson(world),
    manager: await makePerson(world),
    'manager elsewhere': await makePerson(world),
    coordinator: await makePerson(world),
    'coordinator elsewhere': await makePerson(world),
    operator: await makePerson(world, { operator: true }),
    owner: await makePerson(world, { name: 'Ona Savininkė' }),
  };
  const personOf = (role: Role): string => people[role] ?? '';
  for (const role of ['member', 'host', 'staff', 'manager'] as const) {
    await makeMembership(world, { personId: personOf(role), centreId: centre.id, role });
  }
  await makeMembership(world, { personId: personOf('manager elsewhere'), centreId: elsewhere.id, role: 'manager' });
  await makeCoordinator(world, { personId: personOf('coordinator'), cityId: centre.cityId });
  await makeCoordinator(world, { personId: personOf('coordinator elsewhere'), cityId: elsewhere.cityId });
  return people;
}
