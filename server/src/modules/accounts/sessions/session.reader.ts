import type { MikroORM } from '@mikro-orm/postgresql';
import { type Actor, visitor } from '../../../access/actor.rules.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { gathered } from '../../../platform/database/gathered.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { defaultLocale, type Locale, locales, negotiateLocale } from '../../../platform/i18n/locale.rules.ts';
import { readSessionActors } from '../../people/acting-for/actor.reader.ts';
import type { Auth } from '../auth/auth.ts';
import { signedToken } from './session-cookie.ts';
import { digestOf } from './session-tokens.ts';

/** Who asks, in which language to answer, and until when that holds. */
export interface Authenticated {
  readonly actor: Actor;
  readonly locale: Locale;
  /** Null for visitors. */
  readonly sessionExpiresAt: Date | null;
}

/** The headers of a request, by their names in lower case. */
export type RequestHeaders = Pick<Headers, 'get'>;

/** Tells from the headers of a request, also of a WebSocket upgrade, who asks. */
export type Authenticate = (headers: RequestHeaders) => Promise<Authenticated>;

/** How long the note of a session's last use may lag behind, so that reading seldom writes. */
const useNotedEvery = 60 * 60 * 1000;

/**
 * Reads the session behind a request's cookie and every right of its person as they are now, in one statement for
 * all who ask at the same time; once an hour another notes that it was used. better-auth signs the cookie and keeps
 * the session; reading it here as well saves each request of a member the detour. A session that ended, or whose
 * account is gone, is a visitor's. The language is the one the request asks for, else the person's own.
 */
export async function sessionReader(
  auth: Auth,
  orm: MikroORM,
  now: () => Date = () => new Date(),
): Promise<Authenticate> {
  const { authCookies, secret } = await auth.$context;
  const read = gathered(async (database, tokenDigests: readonly string[]) => {
    const sessions = await readSessionActors(database, tokenDigests, now());
    return tokenDigests.map((digest) => sessions.get(digest));
  });
  const database = rowsOf(orm.em.fork());
  return async (headers) => {
    const asked = headers.get('accept-language');
    const token = signedToken(headers.get('cookie') ?? '', authCookies.sessionToken.name, secret);
    const nobody = { actor: visitor, locale: negotiateLocale(asked ?? undefined), sessionExpiresAt: null };
    if (token === undefined) return nobody;
    const session = await read(database, digestOf(token));
    if (!session) return nobody;
    const { member: actor, expiresAt, lastUsedAt } = session;
    if (now().getTime() - lastUsedAt.getTime() > useNotedEvery) await noteUse(database, actor.sessionId, now());
    const own = locales.find((locale) => locale === session.locale) ?? defaultLocale;
    return { actor, locale: asked ? negotiateLocale(asked) : own, sessionExpiresAt: expiresAt };
  };
}

async function noteUse(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.updateTable('session').set({ last_used_at: now }).where('id', '=', sessionId).execute();
}
