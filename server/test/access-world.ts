import type { Actor } from '../src/access/actor.rules.ts';
import { expired } from '../src/modules/accounts/auth/expired.job.ts';
import type { BookingState } from '../src/modules/booking/bookings/booking.enums.ts';
import { Unit } from '../src/modules/equipment/units/unit.entity.ts';
import { rowsOf } from '../src/platform/database/database.ts';
import { installJobs } from '../src/platform/jobs/install-jobs.ts';
import { openJobs } from '../src/platform/jobs/jobs.ts';
import { FinalFailure } from '../src/platform/jobs/run-jobs.ts';
import { loadDemonstration } from '../src/tools/demonstration/demonstration.service.ts';
import { peopleOfRoles, type Role, roles } from './access-people.ts';
import { makeJoinRequest, makeMandate, makeMembership } from './factories/belonging.ts';
import { makeBooking, makeHold, makeOffer } from './factories/booking.ts';
import { makePost, makeReply } from './factories/collaboration.ts';
import { makeEquipment, makeOccupancy } from './factories/equipment.ts';
import { makeOrganisation, makePerson } from './factories/identity.ts';
import { makeEmailStop } from './factories/notifications.ts';
import { makePicture } from './factories/pictures.ts';
import { makeProblem, tellAttributes } from './factories/problems.ts';
import { makePasskey, makeSession } from './factories/signing-in.ts';
import { makeUndoStep } from './factories/undo.ts';
import { jobsOf, silent, testQueue } from './jobs.ts';
import { until } from './until.ts';
import { embeddedWorld } from './world.ts';

/** 12:00 to 14:00 in Vilnius on the day of `defaultNow`. */
const noon = { from: '2026-11-25T10:00:00.000Z', until: '2026-11-25T12:00:00.000Z' };

/** The demonstration network with one person of each role, and things of one more at a centre in Vilnius. */
export async function accessWorld() {
  const world = await embeddedWorld();
  await loadDemonstration(world.em(), world.now);
  await installJobs(world.orm, [testQueue]);
  const jobs = await openJobs({ orm: world.orm, log: silent, context: world.context });
  jobs.handle(testQueue, () => Promise.reject(new FinalFailure('no paper')));
  await jobs.start();
  await jobs.enqueue(world.em(), testQueue, { number: 1 });
  await jobs.enqueue(world.em(), expired, {});
  await until(async () => (await jobsOf(world, 'dead-letters')).length === 1);
  const centres = await rowsOf(world.em())
    .selectFrom('centre')
    .innerJoin('city', 'city.id', 'centre.city_id')
    .select(['centre.id', 'centre.slug', 'centre.city_id as cityId', 'city.slug as city'])
    .orderBy('centre.slug')
    .execute();
  const [centre] = centres.filter(({ city }) => city === 'vilnius');
  const elsewhere = centres.find(({ city }) => city !== 'vilnius');
  if (!centre || !elsewhere) throw new Error('the demonstration has no centres');

  const people = await peopleOfRoles(world, centre, elsewhere);
  const personOf = (role: Role): string => people[role] ?? '';
  const membership = await makeMembership(world, { personId: personOf('owner'), centreId: centre.id });
  const organisationId = await makeOrganisation(world, { cityId: centre.cityId });
  await makeMandate(world, { personId: personOf('owner'), organisationId });

  const author = personOf('owner');
  const post = (draft: Parameters<typeof makePost>[1]) => makePost(world, { author, centre: centre.id, ...draft });
  const hours = [{ opens: '08:00', closes: '20:00' }];
  const far = { horizonDays: 365 };
  const equipment = await makeEquipment(world, { centre: centre.id, type: 'laser-cutter', units: 2, hours, ...far });
  const [unit = '', other = ''] = equipment.units;
  const createdAt = new Date(laterBy(world.now.toISOString(), -365));
  await makeJoinRequest(world, {
    ...{ personId: personOf('owner'), centreId: centre.id, state: 'accepted', decidedBy: personOf('staff') },
    wish: { equipmentId: equipment.id, startsAt: new Date(noon.from), endsAt: new Date(noon.until) },
  });
  const posts = {
    open: await post({ kind: 'offer', equipmentTypes: ['laser-cutter'], organisation: organisationId }),
    request: await post({ kind: 'request' }),
    event: await post({ kind: 'event' }),
    discussion: await post({}),
    // Long ago, so that the newest posts are the same for everybody.
    network: await post({ audience: 'network', createdAt }),
    members: await post({ audience: 'members', createdAt }),
    withdrawn: await post({ state: 'withdrawn', createdAt }),
  };
  for (const postId of Object.values(posts)) await makeReply(world, { post: postId, author });
  await tellAttributes(world, equipment.id, 'laser-cutter');
  const makeCentrePicture = () =>
    makePicture(world, { subject: 'centre', id: centre.id, centre: centre.id, addedBy: author });
  await makeCentrePicture();
  await makePicture(world, { subject: 'equipment', id: equipment.id, centre: centre.id, addedBy: author });
  await makePicture(world, { subject: 'organisation', id: organisationId, addedBy: author });
  await makePicture(world, { subject: 'person', id: author, addedBy: author });
  const problem = await makeProblem(world, {
    unit,
    reporter: author,
    steward: personOf('owner'),
    equipment: equipment.id,
  });
  const { code } = await world.em().findOneOrFail(Unit, { id: unit });
  await makeOccupancy(world, { unit: other, ...noon, note: 'Nauja lempa' });
  /** The secret of a hold that nobody has claimed, or of one that the owner let go. */
  const hold = (day: number, released = false) =>
    makeHold(world, {
      ...{ unit, from: laterBy(noon.from, day), until: laterBy(noon.until, day) },
      ...(released && { person: author, released }),
    });
  const ownHold = await hold(99, true);
  const booking = await makeBooking(world, { unit, booker: author, ...noon, purpose: 'Iškaba' });
  const endedBooking = await makeBooking(world, {
    ...{ unit, booker: author, from: laterBy(noon.from, 2), until: laterBy(noon.until, 2) },
    ...{ state: 'cancelled', reason: 'Sugedo lempa' },
  });
  // What waits for the staff of the centre.
  await makeJoinRequest(world, {
    ...{ personId: await makePerson(world), centreId: centre.id },
    wish: {
      equipmentId: equipment.id,
      startsAt: new Date(laterBy(noon.from, 3)),
      endsAt: new Date(laterBy(noon.until, 3)),
    },
  });
  /** A time that is offered to the owner in place of what ended. */
  const makeOwnOffer = (day: number) =>
    makeOffer(world, {
      ...{
        unit,
        person: author,
        booking: endedBooking,
        from: laterBy(noon.from, day),
        until: laterBy(noon.until, day),
      },
    });
  const offer = await makeOwnOffer(98);
  const requestedBooking = await makeBooking(world, {
    ...{ unit: other, booker: author, from: laterBy(noon.from, 4), until: laterBy(noon.until, 4) },
    state: 'requested',
  });
  // What is closed, told in words.
  await world.ask(
    personOf('staff'),
    `mutation { closeTime(input: { unitId: "${other}", kind: TRAINING, idempotencyKey: "training",
      messages: [{ language: "lt", text: "Mokymai" }], startsAt: "${laterBy(noon.from, 190)}",
      endsAt: "${laterBy(noon.until, 190)}" }) { __typename } }`,
  );
  const sessions = new Map<Role, string>();
  for (const role of roles) if (role !== 'visitor') sessions.set(role, await makeSession(world, personOf(role)));
  for (const role of roles) {
    if (role !== 'visitor') await makeUndoStep(world, { personId: personOf(role), booking });
  }
  await makePasskey(world, author);
  const emailStop = await makeEmailStop(world, { personId: author });
  const runtime = { startedAt: world.now, embedded: true, jobs, sockets: () => 0, mail: { forget: async () => {} } };
  return {
    world,
    centre,
    elsewhere,
    organisationId,
    personOf,
    posts,
    makeCentrePicture,
    membership,
    equipment,
    booking,
    emailStop,
    problem,
    unit,
    code,
    ownHold,
    makeHold: hold,
    endedBooking,
    requestedBooking,
    offer,
    makeOffer: makeOwnOffer,
    makePost: post,
    /** A booking of the owner that no other test touches. */
    makeBooking: (day: number, state: BookingState = 'confirmed') =>
      makeBooking(world, {
        unit,
        booker: author,
        from: laterBy(noon.from, day),
        until: laterBy(noon.until, day),
        state,
      }),
    /** Asks in a role, as the running server would be asked. */
    async ask(role: Role, document: string) {
      const context = await world.contextFor(people[role]);
      const actor = { ...context.actor, sessionId: sessions.get(role) } as Actor;
      return world.askIn({ ...context, actor, runtime }, document);
    },
    async close() {
      await jobs.stop();
      await world.close();
    },
  };
}

export const laterBy = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * 86_400_000).toISOString();

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>;
