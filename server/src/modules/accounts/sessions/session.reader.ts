import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { type Actor, visitor } from '../../../access/actor.rules.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import type { RequestHeaders } from '../../../platform/http/identities.ts';
import { defaultLocale, type Locale, locales, negotiateLocale } from '../../../platform/i18n/locale.rules.ts';
import type { Auth } from '../auth/auth.ts';
import { readSessionActor } from './session-actor.reader.ts';

/** Who asks, in which language to answer, and until when that holds. */
export interface Authenticated {
  readonly actor: Actor;
  readonly locale: Locale;
  /** Null for visitors. */
  readonly sessionExpiresAt: Date | null;
}

/** Tells from the headers of a request, also of a WebSocket upgrade, who asks. */
export type Authenticate = (headers: RequestHeaders) => Promise<Authenticated>;

/** How long the note of a session's last use may lag behind, so that reading seldom writes, in milliseconds. */
const useNotedEvery = 60 * 60 * 1000;

/**
 * Reads the session behind a request's cookie, then every right of its person as they are now; once an hour it
 * notes that the session was used. A session that ended, or whose account is gone, is a visitor's. The language is
 * the one the request asks for, else the person's own.
 */
export function sessionReader(auth: Auth, orm: MikroORM, clock: () => Date = () => new Date()): Authenticate {
  return async (headers) => {
    const asked = headers.get('accept-language');
    const nobody = { actor: visitor, locale: negotiateLocale(asked ?? undefined), sessionExpiresAt: null };
    const cookie = headers.get('cookie');
    const { authCookies } = await auth.$context;
    // Most readers have cookies, but none of a session.
    if (!cookie?.includes(authCookies.sessionToken.name)) return nobody;
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (!found) return nobody;
    const { session, user } = found;
    const now = clock();
    const em = orm.em.fork() as EntityManager;
    const actor = await readSessionActor(em, session.id, now);
    if (!actor) return nobody;
    if (now.getTime() - (session.lastUsedAt ?? session.createdAt).getTime() > useNotedEvery)
      await noteUse(em, session.id, now);
    const own = locales.find((locale) => locale === user.locale) ?? defaultLocale;
    return { actor, locale: asked ? negotiateLocale(asked) : own, sessionExpiresAt: session.expiresAt };
  };
}

async function noteUse(em: EntityManager, sessionId: string, now: Date): Promise<void> {
  await rowsOf(em).updateTable('session').set({ last_used_at: now }).where('id', '=', sessionId).execute();
}
