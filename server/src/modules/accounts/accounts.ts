import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { visitor } from '../../access/actor.rules.ts';
import type { Config } from '../../config.ts';
import { databaseAnswers, orUnavailable } from '../../platform/database/availability.ts';
import { type EntityManager, rowsOf } from '../../platform/database/database.ts';
import type { Identities } from '../../platform/http/identities.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { authHandler, authRoutes } from './auth/auth.routes.ts';
import { createAuth } from './auth/auth.ts';
import { readLiveSessions } from './sessions/live-sessions.reader.ts';
import { sessionReader } from './sessions/session.reader.ts';
import { readSessionActor } from './sessions/session-actor.reader.ts';

export interface AccountsParts {
  readonly config: Pick<Config, 'origin' | 'originIsGiven' | 'oidc'>;
  readonly orm: MikroORM;
  readonly mailer: Mailer;
  readonly log: Logger;
  /** Signs cookies and links; see `readOrCreateSecret`. */
  readonly secret: string;
}

/** Accounts and sessions, as the server needs them. */
export async function openAccounts({ config, orm, mailer, log, secret }: AccountsParts): Promise<Identities> {
  const rows = () => rowsOf(orm.em.fork());
  const answers = () => databaseAnswers(rows());
  const auth = await createAuth({ orm, config, mailer, log, secret });
  const authenticate = sessionReader(auth, orm);
  const handle = authHandler(auth, log, { answers, openId: config.oidc !== undefined });
  return {
    authenticate: (headers) => orUnavailable(headers, answers, () => authenticate(headers)),
    renew: async ({ sessionId }) =>
      (await readSessionActor(orm.em.fork() as EntityManager, sessionId, new Date())) ?? visitor,
    liveSessions: (ids) => readLiveSessions(rows(), ids, new Date()),
    handle,
    routes: authRoutes(handle),
  };
}
