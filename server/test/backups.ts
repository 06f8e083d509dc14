import { openDatabase } from '../src/database.ts';
import type { EntityManager } from '../src/platform/database/database.ts';
import { rowsOf } from '../src/platform/database/database.ts';
import { readHead } from '../src/platform/events/event-log.reader.ts';
import type { Surroundings } from '../src/tools/backup/command-line.ts';
import { defaultNow } from './clock.ts';
import { makeBooking } from './factories/booking.ts';
import { makeEquipment } from './factories/equipment.ts';
import { makePerson } from './factories/identity.ts';
import type { World } from './world.ts';

/** Runs commands as typed in `folder`, and remembers what the last one said. */
export function commandsIn(folder: string) {
  let said: string[] = [];
  return {
    said: () => said.join('\n'),
    run(
      command: (words: readonly string[], surroundings: Surroundings) => Promise<number>,
      words: string[],
      environment: Record<string, string> = {},
    ): Promise<number> {
      said = [];
      const say = (line: string) => void said.push(line);
      const set = { INIT_CWD: folder, DATA_DIR: `${folder}/data`, ...environment };
      return command(words, { environment: set, now: defaultNow, print: say, complain: say });
    },
  };
}

/** Works on an installation that no server runs on. */
export async function onDatabase<Result>(
  config: Parameters<typeof openDatabase>[0],
  work: (world: World, database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(config);
  const em = () => database.orm.em.fork() as EntityManager;
  try {
    return await work({ orm: database.orm, em, now: defaultNow } as World, database);
  } finally {
    await database.close();
  }
}

/** Books a machine for two hours in a row, with an event for each. */
export async function bookTwice(world: World): Promise<void> {
  const [unit = ''] = (await makeEquipment(world)).units;
  const booker = await makePerson(world);
  for (const hour of [10, 11]) {
    const [from, until] = [hour, hour + 1].map((at) => `2026-11-26T${at}:00:00.000Z`) as [string, string];
    await makeBooking(world, { unit, booker, from, until, purpose: `a\t"b"\\n ${hour}` });
    await world
      .em()
      .getConnection()
      .execute(
        "insert into logged_event (at, type, topics, subject, audiences) values (now(), 'booking.made', '{}', '{}', '{public}')",
      );
  }
}

/** Everything the tables say of bookings. */
export async function bookings(world: World): Promise<string> {
  const rows = rowsOf(world.em());
  const made = await rows.selectFrom('booking').selectAll().orderBy('id').execute();
  const taken = await rows.selectFrom('occupancy').selectAll().orderBy('id').execute();
  return JSON.stringify({ made, taken });
}

/** The newest place in the log of events. */
export const headOf = (world: World) => readHead(rowsOf(world.em()));
