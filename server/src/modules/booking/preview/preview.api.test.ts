import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { localDayFrom } from '../../../shared/time/local-time.rules.ts';
import type { BookingRules } from '../../equipment/items/booking-rules.rules.ts';
import { changeBookingRules } from '../../equipment/rules/change-rules.service.ts';
import { readBookableEquipment } from '../conditions/bookable-equipment.reader.ts';
import { readFactsOf } from '../conditions/booking-facts.reader.ts';
import { decide } from '../conditions/conditions.ts';
import { readPreview } from './preview.reader.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

const drafts: readonly (readonly [string, Partial<BookingRules>])[] = [
  ['members alone', { audience: 'members', gridMinutes: 60 }],
  ['with approval', { approval: 'everyone', gridMinutes: 15, minimumMinutes: 45 }],
  ['with buffers', { bufferBeforeMinutes: 20, bufferAfterMinutes: 40, gridMinutes: 20 }],
  ['with a lead', { leadMinutes: 180, horizonDays: 1, gridMinutes: 5 }],
];
const usual: BookingRules = {
  ...{ audience: 'network', approval: 'none', gridMinutes: 30, minimumMinutes: 30, maximumMinutes: 240 },
  ...{ leadMinutes: 0, horizonDays: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
};

test.each(drafts)('a draft and what is saved decide alike for every minute of a day: %s', async (_, change) => {
  const centre = await makeCentre(world);
  const elsewhere = await makeCentre(world);
  const [manager, member, other] = [await makePerson(world), await makePerson(world), await makePerson(world)];
  await makeMembership(world, { personId: manager, centreId: centre, role: 'manager' });
  await makeMembership(world, { personId: member, centreId: centre, role: 'member' });
  await makeMembership(world, { personId: other, centreId: elsewhere, role: 'member' });
  const { id, units } = await makeEquipment(world, { centre, ...usual });
  const zone = 'Europe/Vilnius';
  const day = localDayFrom(zone, world.now.toISOString().slice(0, 10));
  if (!day) throw new Error('no day');
  const at = (hours: number) => new Date(day.start + hours * 3_600_000).toISOString();
  await makeBooking(world, { unit: units[0] ?? '', booker: member, from: at(15), until: at(16) });
  const rules = { ...usual, ...change };
  const starts = Array.from({ length: (day.end - day.start) / 60_000 }, (_each, index) => day.start + index * 60_000);
  const minutes = rules.minimumMinutes;
  const staff = await world.contextFor(manager);
  const previews = new Map<string, unknown>();
  for (const as of ['visitor', 'member', 'elsewhere'] as const) {
    const preview = await readPreview(staff, { equipmentId: id, rules, as, starts, minutes });
    previews.set(
      as,
      preview.map(({ outcome, condition }) => `${outcome} ${condition ?? ''}`),
    );
  }
  await changeBookingRules(staff, { equipmentId: id, version: 1, rules });
  const people = { visitor: null, member, elsewhere: other };
  for (const [as, person] of Object.entries(people)) {
    const ctx = await world.contextFor(person);
    const equipment = (await readBookableEquipment(ctx, [id])).get(id);
    if (!equipment) throw new Error('no equipment');
    const requests = starts.map((start) => ({
      ...{ equipmentId: id, equipment, startsAt: new Date(start), endsAt: new Date(start + minutes * 60_000) },
    }));
    const decided = (await readFactsOf(ctx, requests)).map(({ facts }) => {
      const { outcome, reasons } = decide(facts);
      return `${outcome} ${reasons[0]?.condition ?? ''}`;
    });
    expect(decided, as).toEqual(previews.get(as));
  }
});

test('rules that cannot hold are refused by field, and saved ones are for managers', async () => {
  const centre = await makeCentre(world);
  const [manager, staff] = [await makePerson(world), await makePerson(world)];
  await makeMembership(world, { personId: manager, centreId: centre, role: 'manager' });
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  const { id } = await makeEquipment(world, { centre });
  const save = async (person: string, rules: BookingRules, version = 1) =>
    changeBookingRules(await world.contextFor(person), { equipmentId: id, version, rules });
  await expect(save(manager, { ...usual, gridMinutes: 7 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(save(manager, { ...usual, maximumMinutes: 10 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(save(manager, { ...usual, horizonDays: 1e9 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(save(staff, usual)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await save(manager, usual);
  await expect(save(manager, usual)).rejects.toMatchObject({ code: 'STALE_VERSION' });
});
