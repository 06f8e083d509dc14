import type { Config } from './config.ts';
import { migrate, type OpenDatabase } from './database.ts';
import { loadEquipmentTypes } from './modules/directory/import/reference-data.service.ts';
import type { EntityManager } from './platform/database/database.ts';
import { loadDemonstration } from './tools/demonstration/demonstration.service.ts';
import { demonstrationAccounts, demonstrationPassword } from './tools/demonstration/demonstration-accounts.rules.ts';

/**
 * Brings the schema and the vocabularies up to date and, where asked, loads the demonstration network into an
 * empty database. Tells each step that takes a while. Returns whether the network shown is the invented one.
 */
export async function prepareDatabase(
  database: OpenDatabase,
  config: Pick<Config, 'demo'>,
  tell: (line: string) => void,
): Promise<boolean> {
  const { orm, embedded } = database;
  const ran = await migrate(database);
  if (ran.length > 0) tell(`Prepared the ${embedded ? 'embedded ' : ''}database.`);
  const em = orm.em.fork() as EntityManager;
  await loadEquipmentTypes(em);
  if (!config.demo) return false;
  const outcome = await loadDemonstration(em, new Date(), tell);
  return outcome !== 'not_empty';
}

/** Who can sign in to the demonstration network, for the person who started it. */
export const demonstrationWelcome = (): string[] => [
  `Demonstration accounts, all with the password ${demonstrationPassword}:`,
  ...demonstrationAccounts.map(({ email, name, role }) => `  ${email.padEnd(22)} ${role.padEnd(12)} ${name}`),
];
