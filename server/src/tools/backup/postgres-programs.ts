import { type ChildProcess, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { CommandRefusedError } from './command-line.ts';

type Program = 'pg_dump' | 'pg_restore' | 'psql';

/** Writes a database to a file in PostgreSQL's own compressed format. */
export async function dumpTo(path: string, databaseUrl: string): Promise<void> {
  const { words, environment } = connection(databaseUrl);
  await ended('pg_dump', spawn('pg_dump', ['--format=custom', `--file=${path}`, ...words], environment));
}

/** What a backup of PostgreSQL does, as a script for `psql`, whoever owns the database it goes to. */
export async function* scriptOf(path: string, ...only: string[]): AsyncGenerator<Buffer> {
  const words = ['--no-owner', '--no-privileges', '--no-comments', '--file=-', ...only, path];
  const child = spawn('pg_restore', words);
  const end = ended('pg_restore', child);
  // Who waits for it below hears of its failure.
  end.catch(() => {});
  yield* child.stdout;
  await end;
}

/** Reads a backup of PostgreSQL from its first to its last byte. Throws CommandRefusedError where it is damaged. */
export async function readThrough(path: string): Promise<void> {
  for await (const _piece of scriptOf(path));
}

/** The rows of one table in a backup, as `COPY` writes them. */
export const rowsIn = (path: string, table: string): Promise<string> =>
  text(Readable.from(scriptOf(path, '--data-only', `--table=${table}`)));

/** Runs a script in one transaction: all of it is kept, or nothing where it fails or ends early. */
export async function pour(databaseUrl: string, script: () => AsyncIterable<string | Buffer>): Promise<void> {
  const { words, environment } = connection(databaseUrl);
  const child = spawn('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', ...words], environment);
  child.stdout.resume();
  const end = ended('psql', child);
  end.catch(() => {});
  // Without the last word the connection ends in an open transaction, which PostgreSQL undoes.
  const whole = async function* () {
    yield 'begin;\n';
    yield* withoutNewSettings(script());
    yield '\ncommit;\n';
  };
  const sent = await pipeline(whole, child.stdin).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
  // Where psql gave up it says why, and the broken pipe says nothing more.
  await end;
  if (sent) throw sent;
}

/** A setting that PostgreSQL 17 brought and dumps begin with; it is off unless set, and older servers refuse it. */
const newSetting = 'SET transaction_timeout = 0;\n';

async function* withoutNewSettings(script: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
  let head = true;
  for await (const piece of script) {
    if (!head) {
      yield piece;
      continue;
    }
    const said = piece.toString();
    const at = said.indexOf(newSetting);
    head = at < 0;
    yield head ? piece : said.slice(0, at) + said.slice(at + newSetting.length);
  }
}

/** The words that name a database; the password goes where no other user of the machine sees it. */
function connection(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const PGPASSWORD = decodeURIComponent(url.password);
  url.password = '';
  return {
    words: [`--dbname=${url.href}`],
    environment: { env: { ...process.env, ...(PGPASSWORD && { PGPASSWORD }) } },
  };
}

/** Waits for a program. Throws CommandRefusedError with what it said where it failed, or how to get it. */
function ended(program: Program, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said = (said + piece).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new CommandRefusedError(missing(program)) : error);
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new CommandRefusedError(`${program} gave up. Nothing was changed. It said:\n${said.trim()}`));
    });
  });
}

const missing = (program: Program) =>
  `${program} was not found. Install PostgreSQL's client programs, of the server's version or a newer one: postgresql-client on Debian and Ubuntu, postgresql on Fedora, libpq on macOS. See docs/operations.md.`;
