import { entities } from './entities.ts';
import * as platform from './platform/database/database.ts';
import type { EmbeddedDatabase } from './platform/database/embedded/embedded-database.ts';
import { installJobs } from './platform/jobs/install-jobs.ts';
import { queues } from './queues.ts';

export type { OpenDatabase } from './platform/database/database.ts';

/** The options of the ORM with the tables of all modules. */
export const ormOptions = platform.ormOptions(entities);

/** Opens the database of an installation, see the platform's function of this name. */
export const openDatabase = (config: platform.DatabaseConfig): Promise<platform.OpenDatabase> =>
  platform.openDatabase(config, entities);

/** The entity manager over an embedded database. */
export const embeddedOrm = (database: EmbeddedDatabase): platform.OpenDatabase['orm'] =>
  platform.embeddedOrm(database, entities);

/** Brings tables and queues of all modules up to date. Returns the names of the migrations it ran. */
export const migrate = (database: Pick<platform.OpenDatabase, 'orm' | 'embedded'>): Promise<string[]> =>
  platform.migrate(database, (orm) => installJobs(orm, queues));
