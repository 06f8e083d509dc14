import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { Context } from '../context/context.ts';
import { named } from '../graphql/guard/trusted-documents.ts';
import type { CityMaps } from '../maps/city-maps.ts';

/** What pages need to know of the installation. */
export interface PageSettings {
  /** Invented people and bookings are shown. */
  readonly demonstration: boolean;
  /** Address of a MapLibre style, where the operator has one. */
  readonly mapStyleUrl: string | null;
  /** Name of another service whose accounts sign people in, where the operator has one. */
  readonly signInWith: string | null;
}

export interface GatewayAnswer {
  readonly response: Response;
}

/** The API for pages rendered in this process; it stands on each raw page request as `talka`. */
export interface Gateway {
  /** Answers a GraphQL request body as `POST /graphql` would. */
  graphql(body: string, headers: Headers): Promise<GatewayAnswer>;
  /** Answers a request for `/api/auth/…`. */
  auth(request: Request): Promise<Response>;
  readonly settings: PageSettings;
  /** The maps of cities that the operator has. */
  readonly maps: Pick<CityMaps, 'covering'>;
}

/** Runs a request through Apollo's whole pipeline, without a socket. */
export async function answerInProcess(
  apollo: ApolloServer<Context>,
  contextOf: (headers: Headers) => Promise<Context>,
  body: string,
  headers: Headers,
): Promise<GatewayAnswer> {
  const {
    status,
    headers: answered,
    body: answer,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([...headers].map(([name, value]) => [name.toLowerCase(), value])),
      search: '',
      body: named(JSON.parse(body)),
    },
    context: () => contextOf(headers),
  });
  if (answer.kind !== 'complete') throw new Error('incremental delivery is not used');
  return { response: new Response(answer.string, { status: status ?? 200, headers: [...answered] }) };
}
