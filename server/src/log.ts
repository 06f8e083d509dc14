import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Structured lines for machines; readable ones where a person looks at the terminal. */
export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  const redact = ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'];
  const options = { level: config.logLevel, redact, base: null };
  return process.stdout.isTTY
    ? pino({
        ...options,
        transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
      })
    : pino(options);
}
