import { readConfig } from '../../config.ts';
import { checkBackup } from './backup-reader.ts';
import {
  CommandRefusedError,
  describeRows,
  readWords,
  runCommand,
  type Surroundings,
  typedPath,
} from './command-line.ts';
import { openToCopy } from './copy-database.ts';
import { restoreInto } from './restore-into.ts';

const usage = 'Usage: pnpm restore FILE [--replace]';

/** The command `restore FILE [--replace]`: puts a backup in place of what the database holds, or changes nothing. */
export function runRestore(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, print } = surroundings;
  return runCommand(surroundings, async () => {
    const { file, given } = readWords(words, usage, ['replace']);
    if (!file) throw new CommandRefusedError(`Which file?\n${usage}`);
    const config = readConfig(environment);
    print('Checking the backup …');
    const backup = await checkBackup(typedPath(environment, file));
    print(`It is whole: made ${backup.header.madeAt}, ${describeRows(backup.footer.rows)}.`);
    const database = await openToCopy(config);
    try {
      await restoreInto(database, backup, { replace: given.has('replace'), print });
    } finally {
      await database.close();
    }
    print('Restored. Open pages load anew when they connect again.');
  });
}
