import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everybodyTold, startTelling } from '../../../test/letters.ts';
import { startMailServer } from '../../../test/mail-server.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { Account } from '../../modules/accounts/sessions/session.entity.ts';
import { verifyPassword } from '../../modules/accounts/sign-in/password.ts';
import { Booking } from '../../modules/booking/bookings/booking.entity.ts';
import { Occupancy } from '../../modules/booking/occupancy/occupancy.entity.ts';
import { Centre } from '../../modules/directory/centres/centre.entity.ts';
import { Unit } from '../../modules/equipment/units/unit.entity.ts';
import { CityCoordinator, Membership } from '../../modules/people/memberships/membership.entity.ts';
import { Person } from '../../modules/people/persons/person.entity.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { loadDemonstration } from './demonstration.service.ts';
import { demonstrationAccounts, demonstrationPassword } from './demonstration-accounts.rules.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

describe('loading the demonstration', () => {
  it('leaves nothing when it breaks off', async () => {
    const told: string[] = [];
    const loading = loadDemonstration(world.em(), world.now, (sentence) => {
      told.push(sentence);
      if (told.length === 3) throw new Error('the power went out');
    });
    await expect(loading).rejects.toThrow('the power went out');
    expect(await world.em().count(Centre)).toBe(0);
    expect(await world.em().count(Person)).toBe(0);
  });

  it('fills an empty database once', async () => {
    expect(await loadDemonstration(world.em(), world.now)).toBe('loaded');
    const bookings = await world.em().count(Booking);
    expect(await world.em().count(Centre)).toBe(73);
    expect(bookings).toBeGreaterThan(800);
    expect(await loadDemonstration(world.em(), world.now)).toBe('already_loaded');
    expect(await world.em().count(Booking)).toBe(bookings);
  });

  it('marks every person as invented, with an address that reaches nobody', async () => {
    const people = await world.em().find(Person, {});
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(people.filter(({ demonstration, email }) => !demonstration || !email.endsWith('@example.org'))).toEqual([]);
  });

  it('gives every centre a manager, staff, opening hours and something to book', async () => {
    const rows = await rowsOf(world.em())
      .selectFrom('centre')
      .select((eb) => [
        'centre.slug',
        eb
          .selectFrom('membership')
          .whereRef('centre_id', '=', 'centre.id')
          .where('role', '=', 'manager')
          .select(eb.fn.countAll<string>().as('n'))
          .as('managers'),
        eb
          .selectFrom('membership')
          .whereRef('centre_id', '=', 'centre.id')
          .where('role', '=', 'staff')
          .select(eb.fn.countAll<string>().as('n'))
          .as('staff'),
        eb
          .selectFrom('opening_rule')
          .whereRef('centre_id', '=', 'centre.id')
          .where('equipment_id', 'is', null)
          .select(eb.fn.countAll<string>().as('n'))
          .as('hours'),
        eb
          .selectFrom('equipment')
          .whereRef('centre_id', '=', 'centre.id')
          .select(eb.fn.countAll<string>().as('n'))
          .as('equipment'),
      ])
      .execute();
    expect(rows).toHaveLength(73);
    expect(
      rows.filter((row) => [row.managers, row.staff, row.hours, row.equipment].some((n) => Number(n) === 0)),
    ).toEqual([]);
  });

  it('gives each partner city a coordinator', async () => {
    const cities = await world.em().find(CityCoordinator, { city: { partner: true } });
    expect(new Set(cities.map(({ city }) => city.id)).size).toBe(8);
  });

  it.each(demonstrationAccounts)('lets $name ($role) sign in', async ({ email, name }) => {
    const person = await world.em().findOneOrFail(Person, { email });
    expect(person).toMatchObject({ name, emailVerified: true });
    const account = await world.em().findOneOrFail(Account, { person, providerId: 'credential', accountId: person.id });
    expect(await verifyPassword({ hash: account.password ?? '', password: demonstrationPassword })).toBe(true);
  });

  it('has the named people hold the roles they are named for', async () => {
    const roles = await world.em().find(
      Membership,
      {
        centre: { sourceKey: 'lt-linkmenu' },
        person: { email: { $in: demonstrationAccounts.map(({ email }) => email) } },
      },
      { populate: ['person'] },
    );
    expect(Object.fromEntries(roles.map(({ person, role }) => [person.email.split('@')[0], role]))).toEqual({
      aiste: 'member',
      jonas: 'staff',
      ruta: 'manager',
    });
    expect((await world.em().findOneOrFail(Person, { operator: true })).email).toBe('tomas@example.org');
    expect(
      await world.em().count(CityCoordinator, { person: { email: 'gabija@example.org' }, city: { slug: 'vilnius' } }),
    ).toBe(1);
  });

  it('occupies each booked unit for the booked time with its buffers, and frees what was cancelled', async () => {
    const wrong = await world
      .em()
      .getConnection()
      .execute(`
      select booking.id from booking join equipment on equipment.id = booking.equipment_id
      left join occupancy on occupancy.booking_id = booking.id and occupancy.unit_id = booking.unit_id
        and occupancy.blocking = (booking.state not in ('cancelled', 'declined'))
        and lower(occupancy.during) = booking.starts_at - make_interval(mins => equipment.buffer_before_minutes)
        and upper(occupancy.during) = case booking.state when 'no_show' then booking.ending_at
          else booking.ends_at + make_interval(mins => equipment.buffer_after_minutes) end
      where occupancy.id is null`);
    expect(wrong).toEqual([]);
  });

  it('leaves the database its last word on overlaps', async () => {
    const em = world.em();
    const taken = await em.findOneOrFail(Occupancy, { blocking: true, kind: 'booking' });
    const again = {
      id: '00000000-0000-4000-8000-000000000001',
      unit: em.getReference(Unit, taken.unit.id),
      during: taken.during,
      kind: 'training' as const,
      blocking: true,
    };
    await expect(em.insert(Occupancy, again)).rejects.toThrow('occupancy_no_overlap');
  });
});

describe('the first start', () => {
  it('writes the letters that people get of what waits and what was decided, once', async () => {
    const mail = await startMailServer();
    const read = async () => {
      const telling = await startTelling(world, mail);
      await everybodyTold(world);
      await telling.stop();
      return mail.taken().map(({ to, subject }) => `${to.split('@')[0]}: ${subject.split(/,| „/)[0]}`);
    };
    expect((await read()).sort()).toEqual([
      'aiste: Centras atšaukė jūsų rezervaciją: FDM 3D spausdintuvas',
      'aiste: Laukia centro atsakymo: Plačiaformatės CNC frezavimo staklės',
      'aiste: Narystė centre',
      'aiste: Nepatvirtinta: Plačiaformatės CNC frezavimo staklės',
      'aiste: Rezervuota: Fotostudija su apšvietimu',
      'jonas: Elena Sokolova prašo narystės centre',
      'jonas: Laukia jūsų atsakymo: Plačiaformatės CNC frezavimo staklės',
      'jonas: Paulius Grigas prašo narystės centre',
      'ruta: Elena Sokolova prašo narystės centre',
      'ruta: Laukia jūsų atsakymo: Plačiaformatės CNC frezavimo staklės',
      'ruta: Paulius Grigas prašo narystės centre',
    ]);
    expect(await read()).toEqual([]);
    await mail.close();
  });
});

it('a database with people of its own is left alone', async () => {
  const other = await embeddedWorld();
  const now = other.now;
  await other.em().insert(Person, {
    id: '00000000-0000-4000-8000-000000000002',
    name: 'Ona',
    email: 'ona@example.com',
    createdAt: now,
    updatedAt: now,
  });
  expect(await loadDemonstration(other.em(), now)).toBe('not_empty');
  expect(await other.em().count(Centre)).toBe(0);
  await other.close();
});
