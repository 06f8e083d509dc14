import type { MikroORM } from '@mikro-orm/postgresql';
import { type EntityManager, rowsOf } from '../database.ts';
import { DomainError } from '../errors.ts';
import { defaultLocale, type Locale, locales, negotiateLocale } from '../i18n/locale.rules.ts';
import { readActor } from './actor.reader.ts';
import { type ActingFor, type Actor, visitor } from './actor.rules.ts';
import type { Auth } from './auth.ts';

/** Who asks, in which language to answer, and until when that holds. */
export interface Authenticated {
  readonly actor: Actor;
  readonly locale: Locale;
  /** Null for visitors. */
  readonly sessionExpiresAt: Date | null;
}

/** Tells from the headers of a request, also of a WebSocket upgrade, who asks. */
export type Authenticate = (headers: Headers) => Promise<Authenticated>;

/** How long the note of a session's last use may lag behind, so that reading seldom writes. */
const useNotedEvery = 60 * 60 * 1000;

/**
 * Reads the session behind a request's cookie and every right of its person, in two statements; once an hour a third
 * notes that it was used. A session that
 * ended, or whose account is gone, is a visitor's. The language is the one the request asks for, else the
 * person's own.
 */
export function sessionReader(auth: Auth, orm: MikroORM, now: () => Date = () => new Date()): Authenticate {
  return async (headers) => {
    const asked = headers.get('accept-language');
    const found = headers.has('cookie') ? await auth.api.getSession({ headers }) : null;
    const nobody = { actor: visitor, locale: negotiateLocale(asked ?? undefined), sessionExpiresAt: null };
    if (!found) return nobody;
    const { session, user } = found;
    const em = orm.em.fork() as EntityManager;
    const actor = await readActor(em, user.id, now(), choiceOf(session), session.id).catch(ifGone);
    if (!actor) return nobody;
    const unused = session.lastUsedAt && now().getTime() - session.lastUsedAt.getTime();
    if (unused && unused > useNotedEvery) await noteUse(em, session.id, now());
    const own = locales.find((locale) => locale === user.locale) ?? defaultLocale;
    return { actor, locale: asked ? negotiateLocale(asked) : own, sessionExpiresAt: session.expiresAt };
  };
}

async function noteUse(em: EntityManager, sessionId: string, now: Date): Promise<void> {
  await rowsOf(em).updateTable('session').set({ last_used_at: now }).where('id', '=', sessionId).execute();
}

const ifGone = (error: unknown): null => {
  if (error instanceof DomainError && error.code === 'SIGN_IN_REQUIRED') return null;
  throw error;
};

function choiceOf(session: {
  actingOrganisationId?: string | null | undefined;
  actingCentreId?: string | null | undefined;
}): ActingFor | null {
  if (session.actingOrganisationId) return { kind: 'organisation', id: session.actingOrganisationId };
  return session.actingCentreId ? { kind: 'centre', id: session.actingCentreId } : null;
}
