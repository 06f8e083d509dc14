import { tmpdir } from 'node:os';
import { notifications } from '../src/modules/notifications/module.ts';
import { rowsOf } from '../src/platform/database/database.ts';
import { readConsumerLag } from '../src/platform/events/consumers/consumer-lag.reader.ts';
import { openConsumers } from '../src/platform/events/consumers/consumers.ts';
import { type Jobs, openJobs } from '../src/platform/jobs/jobs.ts';
import { createMailer } from '../src/platform/mail/mailer.ts';
import { endWaits, jobsDone, silent } from './jobs.ts';
import type { MailServer } from './mail-server.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** A process that tells people what happened, by e-mails to a mail server. */
export interface TellingProcess {
  readonly jobs: Jobs;
  stop(): Promise<void>;
}

/** Starts a process that tells people what happens from now on. */
export async function startTelling(world: World, { url }: Pick<MailServer, 'url'>): Promise<TellingProcess> {
  const { queues } = notifications;
  const jobs = await openJobs({ orm: world.orm, log: silent, context: world.context, queues });
  const mail = { smtpUrl: url, mailFrom: 'Talka <talka@talka.example>', dataDirectory: tmpdir() };
  const mailer = createMailer(mail, { jobs, fork: () => world.em(), log: silent });
  const consumers = await openConsumers({
    ...{ consumers: notifications.consumers, orm: world.orm, jobs, context: world.context },
    ...{ wake: () => {}, log: silent, coalesce: 1, poll: 20 },
  });
  const before = world.jobs;
  world.jobs = jobs;
  world.wake = consumers.wake;
  await jobs.start();
  return {
    jobs,
    async stop() {
      world.jobs = before;
      world.wake = () => {};
      await consumers.stop();
      await jobs.stop();
      mailer.close();
    },
  };
}

/** Resolves when everybody was told everything that happened so far, the minute to take it back being over. */
export async function everybodyTold(world: World): Promise<void> {
  await until(async () => (await readConsumerLag(rowsOf(world.em()))).every(({ oldestAt }) => !oldestAt));
  await endWaits(world);
  await jobsDone(world);
}
