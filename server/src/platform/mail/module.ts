import { emails } from './email.job.ts';

export const mail = {
  // What it does needs the way out of the house, which `createMailer` opens.
  queues: [emails],
} as const;
