import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask as book } from '../../../../../test/bookings.ts';
import { answerOffer, close, impactOfClosure, lift, offersOf } from '../../../../../test/closures.ts';
import { makeMembership } from '../../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../../test/factories/identity.ts';
import { changeHours, week } from '../../../../../test/opening-hours.ts';
import { hasPostgres } from '../../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../../test/world.ts';
import { rowsOf } from '../../../../platform/database/database.ts';

const from = '2026-11-27T08:00:00.000Z';
const hour = (index: number) => new Date(Date.parse(from) + index * 3_600_000).toISOString();
const day = { startsAt: '2026-11-26T22:00:00.000Z', endsAt: '2026-11-27T22:00:00.000Z' };

describe.runIf(await hasPostgres())('time that is taken away while people book', () => {
  let world: World;
  let manager: string;
  let people: string[];
  let centre: string;
  let saw: MadeEquipment;
  beforeAll(async () => {
    world = await postgresWorld();
    manager = await makePerson(world);
    people = [];
    for (let index = 0; index < 50; index += 1) people.push(await makePerson(world));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    centre = await makeCentre(world);
    await makeMembership(world, { personId: manager, centreId: centre, role: 'manager' });
    saw = await makeEquipment(world, { centre, units: 5 });
  });

  /** Fifty people, ten hours, five units: everybody could have one. */
  const everybodyBooks = () =>
    Promise.all(
      people.map((person, index) =>
        book(world, person, { equipmentId: saw.id, startsAt: hour(index % 10), endsAt: hour((index % 10) + 1) }),
      ),
    );

  /** Closes, again with what was shown, until it is done. */
  async function insist(
    taking: (decisions: {
      fingerprint?: string | undefined;
    }) => Promise<{ done: boolean; fingerprint?: string | undefined; code?: string | undefined }>,
  ) {
    let fingerprint: string | undefined;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answer = await taking({ fingerprint });
      expect(answer.code).toBeUndefined();
      if (answer.done) return;
      fingerprint = answer.fingerprint;
    }
    throw new Error('never done');
  }
  const decided = (fingerprint: string | undefined) => ({ fingerprint, standard: 'CANCEL', message: 'We paint.' });

  async function inside(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from booking
      where equipment_id = ${saw.id} and state in ('confirmed', 'requested') and starts_at < ${day.endsAt}::timestamptz
        and ends_at > ${day.startsAt}::timestamptz`.execute(rowsOf(world.em()));
    return rows[0]?.count ?? -1;
  }

  test.each([
    ['a closure', () => ({ centreId: centre })],
    ['a block of equipment', () => ({ equipmentId: saw.id, kind: 'MAINTENANCE' })],
    ['equipment out of order', () => ({ equipmentId: saw.id, kind: 'OUT_OF_ORDER' })],
  ])('fifty bookers against %s: each was in the list or is refused, none is inside', async (_, place) => {
    const closing = insist(async ({ fingerprint }) => {
      const { closed, unseen, code } = await close(world, manager, {
        ...place(),
        ...day,
        ...(fingerprint && { decisions: decided(fingerprint) }),
      });
      return { done: closed !== undefined, fingerprint: unseen?.fingerprint, code };
    });
    const [answers] = await Promise.all([everybodyBooks(), closing]);
    expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([]);
    expect(await inside()).toBe(0);
    const booked = answers.flatMap(({ answer }) => (answer?.__typename === 'Booked' ? [answer.booking?.id ?? ''] : []));
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from impact_decision
      where booking_id = any(${sql.val(booked)}::uuid[]) and outcome = 'cancelled'`.execute(rowsOf(world.em()));
    expect(rows[0]?.count).toBe(booked.length);
  });

  test('fifty bookers against changed hours: each was in the list or is refused, none is outside', async () => {
    const closing = insist(async ({ fingerprint }) => {
      const { saved, unsaved, code } = await changeHours(world, manager, {
        ...{ centreId: centre, version: 1, weekly: week('20:00', '21:00') },
        fingerprint,
        decisions: decided(fingerprint),
      });
      return { done: saved !== undefined, fingerprint: unsaved?.impact.fingerprint, code };
    });
    const [answers] = await Promise.all([everybodyBooks(), closing]);
    expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([]);
    expect(await inside()).toBe(0);
  });

  test('an offer that is taken ten times at once is one booking', async () => {
    const [person = ''] = people;
    await book(world, person, { equipmentId: saw.id, startsAt: hour(1), endsAt: hour(2) });
    const { impact } = await impactOfClosure(world, manager, { centreId: centre, ...day });
    const decisions = { ...decided(impact?.fingerprint), standard: 'OFFER' };
    const { closed } = await close(world, manager, { centreId: centre, ...day, decisions });
    const [offer] = await offersOf(world, person);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => answerOffer(world, person, offer?.id ?? '', true)),
    );
    expect(answers.map(({ answer, code }) => answer?.__typename ?? code).sort()).toEqual([
      'Booked',
      ...Array.from({ length: 9 }, () => 'CONFLICT'),
    ]);
    // Lifted at the moment in which somebody else books: the holder's offer, or the other's booking, never both.
    const [lifted, other] = await Promise.all([
      lift(world, manager, closed?.id ?? ''),
      book(world, people[1] ?? '', {
        equipmentId: saw.id,
        unitId: saw.units[0] ?? '',
        startsAt: hour(1),
        endsAt: hour(2),
      }),
    ]);
    expect(lifted.code).toBeUndefined();
    expect(other.code).toBeUndefined();
    expect(Number(lifted.offered) + (other.answer?.__typename === 'Booked' ? 1 : 0)).toBeLessThanOrEqual(1);
  });
});
