import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Account } from '../../modules/accounts/sessions/session.entity.ts';
import { hashPassword } from '../../modules/accounts/sign-in/password.ts';
import { Booking } from '../../modules/booking/bookings/booking.entity.ts';
import { Occupancy } from '../../modules/booking/occupancy/occupancy.entity.ts';
import { Post, Reply } from '../../modules/collaboration/posts/post.entity.ts';
import { renderText } from '../../modules/collaboration/text/written-text.ts';
import { Centre } from '../../modules/directory/centres/centre.entity.ts';
import { importCentres, readCentreFile } from '../../modules/directory/import/centre-import.service.ts';
import { describeProblems } from '../../modules/directory/import/import-report.rules.ts';
import { loadEquipmentTypes } from '../../modules/directory/import/reference-data.service.ts';
import { Equipment } from '../../modules/equipment/items/equipment.entity.ts';
import { Unit } from '../../modules/equipment/units/unit.entity.ts';
import { notificationConsumers } from '../../modules/notifications/consumers.ts';
import { OpeningException, OpeningRule } from '../../modules/opening-hours/hours/opening.entity.ts';
import { Organisation } from '../../modules/organisations/profile/organisation.entity.ts';
import { JoinRequest } from '../../modules/people/join-requests/join-request.entity.ts';
import { CityCoordinator, Mandate, Membership } from '../../modules/people/memberships/membership.entity.ts';
import { Person } from '../../modules/people/persons/person.entity.ts';
import { type EntityManager, rowsOf } from '../../platform/database/database.ts';
import { InstallationFact } from '../../platform/database/installation.entity.ts';
import { analyze, withoutStatementLimit } from '../../platform/database/statement-limit.ts';
import { registerConsumers } from '../../platform/events/consumers/consumer-place.service.ts';
import { LoggedEvent } from '../../platform/events/event.entity.ts';
import { dataDirectory } from '../../platform/files/data-directory.ts';
import { stableId } from '../../shared/ids/stable-id.rules.ts';
import { newsOf } from './demo-news.ts';
import { planDemonstration } from './demonstration.rules.ts';
import { demonstrationAccounts, demonstrationPassword } from './demonstration-accounts.rules.ts';
import { readDemoData, readDemoPlaces } from './demonstration-data.reader.ts';
import { personId } from './plan/demo-people.rules.ts';

/** `not_empty`: people or centres are there already; a real network is never mixed with an invented one. */
export type DemonstrationOutcome = 'loaded' | 'already_loaded' | 'not_empty';

const factKey = 'demonstration';
const chunk = 500;

/**
 * Loads the demonstration network into an empty database, whole or not at all, and once: real centres from
 * public sources, with invented people, hours, bookings and posts around `now`.
 */
export async function loadDemonstration(
  em: EntityManager,
  now: Date,
  onProgress: (sentence: string) => void = () => {},
): Promise<DemonstrationOutcome> {
  const outcome = await em.transactional(async (work): Promise<DemonstrationOutcome> => {
    await withoutStatementLimit(rowsOf(work));
    await sql`select pg_advisory_xact_lock(hashtext('talka.demonstration'))`.execute(rowsOf(work));
    if (await work.findOne(InstallationFact, { key: factKey })) return 'already_loaded';
    if ((await work.count(Person)) + (await work.count(Centre)) > 0) return 'not_empty';
    onProgress('Entering the centres of eight countries …');
    await enterCentres(work, now);
    onProgress('Inventing people, bookings and posts …');
    const plan = planDemonstration(await readDemoData(), await readDemoPlaces(work), now);
    await insert(work, plan);
    await openAccounts(work, now);
    await publish(work, newsOf(plan), now);
    await work.insert(InstallationFact, { key: factKey, value: { loadedAt: now.toISOString() } });
    onProgress(
      `${plan.units.length} units, ${plan.bookings.length} bookings and ${plan.posts.length} posts are there.`,
    );
    return 'loaded';
  });
  if (outcome === 'loaded') await analyze(rowsOf(em));
  return outcome;
}

async function enterCentres(em: EntityManager, now: Date): Promise<void> {
  await loadEquipmentTypes(em);
  const { centres, problems } = await readCentreFile(em, await readFile(join(dataDirectory(), 'centres.csv')), now);
  if (problems.length > 0) throw new Error(describeProblems('centres.csv', problems).join('\n'));
  await importCentres(em, centres, { now });
}

async function insert(em: EntityManager, plan: ReturnType<typeof planDemonstration>): Promise<void> {
  await inChunks(plan.people, (rows) => em.insertMany(Person, rows));
  await inChunks(plan.organisations, (rows) => em.insertMany(Organisation, rows));
  await inChunks(plan.mandates, (rows) => em.insertMany(Mandate, rows));
  await inChunks(plan.memberships, (rows) => em.insertMany(Membership, rows));
  await inChunks(plan.coordinators, (rows) => em.insertMany(CityCoordinator, rows));
  for (const { id, ...terms } of plan.membershipTerms) await em.nativeUpdate(Centre, { id }, terms);
  await inChunks(plan.equipment, (rows) => em.insertMany(Equipment, rows));
  await inChunks(plan.units, (rows) => em.insertMany(Unit, rows));
  await inChunks(plan.openingRules, (rows) => em.insertMany(OpeningRule, rows));
  await inChunks(plan.openingExceptions, (rows) => em.insertMany(OpeningException, rows));
  await em.insertMany(JoinRequest, plan.joinRequests);
  await inChunks(plan.bookings, (rows) => em.insertMany(Booking, rows));
  await inChunks(plan.occupancies, (rows) => em.insertMany(Occupancy, rows));
  await inChunks(plan.posts, (rows) =>
    em.insertMany(
      Post,
      rows.map((row) => ({ ...row, ...renderText(row.body) })),
    ),
  );
  await inChunks(plan.replies, (rows) =>
    em.insertMany(
      Reply,
      rows.map((row) => ({ ...row, bodyHtml: renderText(row.body).bodyHtml })),
    ),
  );
  await inChunks(plan.equipmentTypes, (rows) => rowsOf(em).insertInto('post_equipment_type').values(rows).execute());
}

/** Records what people are told of, once those who tell them stand before it in the log. */
async function publish(em: EntityManager, news: ReturnType<typeof newsOf>, now: Date) {
  await registerConsumers(rowsOf(em), notificationConsumers, now);
  await em.insertMany(LoggedEvent, news);
}

/** One statement a chunk: PostgreSQL takes at most 65,535 values in one. */
async function inChunks<T>(rows: readonly T[], write: (rows: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) await write(rows.slice(from, from + chunk));
}

async function openAccounts(em: EntityManager, now: Date): Promise<void> {
  const password = await hashPassword(demonstrationPassword);
  await em.insertMany(
    Account,
    demonstrationAccounts.map(({ key }) => ({
      id: stableId('demonstration-account', key),
      person: personId(key),
      accountId: personId(key),
      providerId: 'credential',
      password,
      createdAt: now,
      updatedAt: now,
    })),
  );
}
