import type { RequestEvent } from '@sveltejs/kit';
import type { CityMaps } from '@talka/server/platform/maps/city-maps.ts';
import type { Painter } from '@talka/server/platform/pictures/painter.ts';
import { API_URL } from '$app/env/private';

/** What pages need to know of the installation. */
export interface PageSettings {
  /** Invented people and bookings are shown. */
  readonly demonstration: boolean;
  /** Address of a MapLibre style, where the operator has one. */
  readonly mapStyleUrl: string | null;
  /** Name of another service whose accounts sign people in, where the operator has one. */
  readonly signInWith: string | null;
  /** Whom to tell of a hole, where the operator says it. */
  readonly securityContact: string | null;
}

/** The API in the same process: what the server puts on the raw request as `talka`. */
export interface InProcessApi {
  /** Answers a GraphQL request body as `POST /graphql` would. */
  graphql(body: string, headers: Headers): Promise<{ readonly response: Response }>;
  /** Answers a request for `/api/auth/…`. */
  auth(request: Request): Promise<Response>;
  readonly settings: PageSettings;
  /** The maps of cities that the operator has. */
  readonly maps: Pick<CityMaps, 'covering'>;
  readonly pictures: Painter;
}

/** In development the pages run on their own and reach the API over HTTP; its ORIGIN must be the address of the pages. */
const remoteApi: InProcessApi = {
  settings: { demonstration: true, mapStyleUrl: null, signInWith: null, securityContact: null },
  maps: { covering: async () => undefined },
  pictures: { png: async () => undefined },
  graphql: async (body, headers) => ({
    response: await fetch(`${API_URL}/graphql`, { method: 'POST', body, headers }),
  }),
  auth: async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const body = method === 'GET' ? null : await request.text();
    return fetch(`${API_URL}${pathname}${search}`, { method, body, headers, redirect: 'manual' });
  },
};

/** The API behind a page request. */
export function inProcessApiOf(event: RequestEvent): InProcessApi {
  const raw = event.platform?.req as { talka?: InProcessApi } | undefined;
  return raw?.talka ?? remoteApi;
}

/** What the API needs to know of the reader: who, in which language, from where. */
export function readerHeaders(event: RequestEvent): Headers {
  const headers = new Headers({
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-language': event.locals.locale,
    'x-forwarded-for': event.getClientAddress(),
    origin: event.url.origin,
  });
  for (const name of event.locals.anonymous ? ['user-agent'] : ['cookie', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
}
