import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from '../../config.ts';
import { redaction, withoutSecrets } from './log-secrets.rules.ts';

/** Structured lines for machines; readable ones where a person looks at the terminal. */
export function createLog(config: Pick<Config, 'logLevel'>, stream?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
    base: null,
    redact: redaction,
    hooks: { streamWrite: withoutSecrets },
  };
  if (stream) return pino(options, stream);
  return process.stdout.isTTY
    ? pino({
        ...options,
        transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
      })
    : pino(options);
}
