import type { MikroORM } from '@mikro-orm/postgresql';
import { openBoss } from './boss.ts';
import { deadLetters, type Queue, storedSettings } from './queue.ts';

/** Brings the tables of pg-boss, in their own schema `pgboss`, and the rows of our queues up to date. */
export async function installJobs(orm: MikroORM, queues: readonly Queue[]): Promise<void> {
  const { boss } = await openBoss(orm, { schedule: false, supervise: false });
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    if (!known.has(deadLetters.name)) {
      await boss.createQueue(deadLetters.name, { retentionSeconds: deadLetters.keptHours * 3600 });
    }
    for (const queue of queues) {
      const settings = storedSettings(queue);
      if (known.has(queue.name)) await boss.updateQueue(queue.name, settings);
      else await boss.createQueue(queue.name, { ...settings, policy: queue.alone ? 'exclusive' : 'standard' });
    }
    const wanted = new Map(queues.flatMap(({ name, schedule }) => (schedule ? [[name, schedule] as const] : [])));
    const existing = await boss.getSchedules();
    for (const { name } of existing) if (!wanted.has(name)) await boss.unschedule(name);
    for (const [name, cron] of wanted) {
      if (existing.find((each) => each.name === name)?.cron !== cron) await boss.schedule(name, cron);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
