import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import { type Actor, type Member, visitor } from '../../access/actor.rules.ts';
import { defaultLocale, type Locale } from '../i18n/locale.rules.ts';

/** The headers of a request, by their names in lower case. */
export type RequestHeaders = Pick<Headers, 'get'>;

/** Who asks, and in which language to answer. */
export interface Asker {
  readonly actor: Actor;
  readonly locale: Locale;
  /** The network address, where it came over a network. */
  readonly address: string | undefined;
}

/** Who does what nobody asked for: jobs, and what reacts to events. */
export const nobody: Asker = { actor: visitor, locale: defaultLocale, address: undefined };

/** What the server needs to know of accounts. */
export interface Identities {
  /** Who sends these headers, with the rights of now. */
  authenticate(headers: RequestHeaders): Promise<Pick<Asker, 'actor' | 'locale'>>;
  /** The person of a session that was authenticated, with the rights of now; a visitor where the session has ended. */
  renew(member: Member): Promise<Actor>;
  /** Which of these sessions still hold. */
  liveSessions(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Answers a request for `/api/auth/…`. */
  handle(request: Request): Promise<Response>;
  /** The same over HTTP. */
  readonly routes: FastifyPluginAsync;
}

/** The headers of Node as those of the web. */
export const headersOf = (given: IncomingHttpHeaders): RequestHeaders => ({
  get: (name) => [given[name] ?? []].flat().join(', ') || null,
});
