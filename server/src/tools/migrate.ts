import { ConfigError, readConfig } from '../config.ts';
import { migrate, openDatabase } from '../database.ts';
import { DirectoryInUseError } from '../platform/database/directory-lock.ts';

/** Brings the database up to date without starting the server. */
try {
  const database = await openDatabase(readConfig(process.env));
  try {
    const names = await migrate(database);
    console.log(names.length > 0 ? `Ran ${names.join(', ')}.` : 'The database is up to date.');
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DirectoryInUseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
