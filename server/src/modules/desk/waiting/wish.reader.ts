import type { Member } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { type BookableRequest, readBookableEquipment } from '../../booking/conditions/bookable-equipment.reader.ts';
import { readFactsOf } from '../../booking/conditions/booking-facts.reader.ts';
import { type BookingDecision, decide } from '../../booking/conditions/conditions.ts';
import { wantedTimeProblems } from '../../booking/conditions/wanted-time.rules.ts';
import { readMembers } from '../../people/acting-for/actor.reader.ts';
import { readJoinRequests } from '../../people/join-requests/join-request.reader.ts';

/** A person as they will be once the centre took them in. */
const asMemberOf = (person: Member, centreId: string): Member => ({
  ...person,
  memberships: [...person.memberships, { centreId, role: 'member' }],
});

/**
 * What booking their wish would come to now for those who ask for membership, were they members: by request, in as many
 * statements as for one. Requests without a wish, or with one that could not be asked for, are missing.
 */
export async function readWishes(
  ctx: Context,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, BookingDecision>> {
  const requests = [...(await readJoinRequests(ctx, requestIds)).values()].filter(
    (each) => each.wishEquipmentId !== null,
  );
  if (requests.length === 0) return new Map();
  const equipment = await readBookableEquipment(ctx, [
    ...new Set(requests.flatMap(({ wishEquipmentId }) => wishEquipmentId ?? [])),
  ]);
  const people = await readMembers(ctx, [...new Set(requests.map(({ personId }) => personId))]);
  const wishes = requests.flatMap(({ id, personId, centreId, wishEquipmentId, wishStartsAt, wishEndsAt }) => {
    const person = people.get(personId);
    const wanted = wishEquipmentId === null ? undefined : equipment.get(wishEquipmentId);
    if (!person || !wanted || !wishStartsAt || !wishEndsAt) return [];
    const time = { startsAt: wishStartsAt, endsAt: wishEndsAt };
    if (wantedTimeProblems(time).length > 0) return [];
    const request: BookableRequest = {
      equipmentId: wanted.id,
      ...time,
      requester: asMemberOf(person, centreId),
      equipment: wanted,
    };
    return [{ id, request }];
  });
  const known = await readFactsOf(
    ctx,
    wishes.map(({ request }) => request),
  );
  return new Map(
    known.flatMap(({ facts }, index) => {
      const id = wishes[index]?.id;
      return id === undefined ? [] : [[id, decide(facts)]];
    }),
  );
}
