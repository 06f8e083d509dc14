import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Progress } from './backup.service.ts';
import type { BackupFooter } from './backup-format.rules.ts';
import type { Dumps } from './dumps.ts';

/** What the server says on the socket, one JSON line each. */
type Answer =
  | { readonly table: string; readonly rows: number }
  | { readonly file: string; readonly footer: BackupFooter }
  | { readonly failed: string };

/** The running server could not do what a command asked of it. */
export class ServerAnswerError extends Error {}

/** The longest path that every system takes for a socket. */
const longestPath = 100;

const socketPath = (dataDirectory: string): string => join(resolve(dataDirectory), 'talka.sock');

/**
 * Lets a command ask this process for a backup, since no other may open the embedded database. The socket
 * lies in the data folder and is its owner's alone, who has the database already: so there is no password
 * to keep and nothing to reach from outside. Returns what closes it; undefined where the folder's path is
 * too long for a socket.
 */
export async function answerCommands(dataDirectory: string, dumps: Dumps): Promise<(() => Promise<void>) | undefined> {
  const path = socketPath(dataDirectory);
  if (Buffer.byteLength(path) > longestPath) return undefined;
  // The caller holds the folder's lock, so a socket that lies there was left by a crash.
  await rm(path, { force: true });
  const open = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const answered = answer(socket, join(resolve(dataDirectory), 'dumps'), dumps).finally(() => open.delete(answered));
    open.add(answered);
  });
  server.listen(path);
  await once(server, 'listening');
  await chmod(path, 0o600);
  return async () => {
    server.close();
    await Promise.all(open);
  };
}

/** Writes the backup within the data folder, the only one a confined server may write, until it is fetched. */
async function answer(socket: Socket, folder: string, dumps: Dumps): Promise<void> {
  const file = join(folder, `asked-${randomUUID()}`);
  const say = (line: Answer) => socket.write(`${JSON.stringify(line)}\n`);
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => socket.destroy()).resume();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    say({ file, footer: await dumps.backUp(file, (table, rows) => say({ table, rows })) });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
  await gone;
  await rm(file, { force: true });
}

/**
 * Has the server that runs on the data folder write a backup and hands its file to `take`, after which the
 * server deletes it. Throws ServerAnswerError.
 */
export async function askServerForBackup(
  dataDirectory: string,
  take: (file: string) => Promise<void>,
  onProgress: Progress,
): Promise<void> {
  const socket = connect(socketPath(dataDirectory));
  try {
    await once(socket, 'connect').catch(() => {
      throw new ServerAnswerError(
        `The server that uses ${dataDirectory} does not answer commands. Stop it and try again, or use the newest file in ${join(dataDirectory, 'dumps')}.`,
      );
    });
    socket.on('error', () => socket.destroy());
    for await (const line of createInterface({ input: socket })) {
      const said = JSON.parse(line) as Answer;
      if ('failed' in said) throw new ServerAnswerError(`The server could not make a backup: ${said.failed}`);
      if ('file' in said) return await take(said.file);
      onProgress(said.table, said.rows);
    }
    throw new ServerAnswerError('The server ended before the backup was made.');
  } finally {
    socket.destroy();
  }
}
