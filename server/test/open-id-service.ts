import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import type { OidcProvider } from '../src/config.ts';
import { testOrigin } from './accounts.ts';

/** Another service with accounts: whoever names an address there has it, confirmed unless it begins with `unconfirmed`. */
export interface OpenIdService extends OidcProvider {
  /** Goes to an address of the service as a browser would and signs in there; returns the way back to us. */
  visit(address: string, email: string): Promise<string>;
  close(): Promise<void>;
}

export async function openIdService(): Promise<OpenIdService> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const client = { clientId: 'talka', clientSecret: 'a secret of the two services' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${testOrigin}/api/auth/callback/oidc`],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, email) => ({
      accountId: email,
      claims: () => ({
        sub: email,
        email,
        email_verified: !email.startsWith('unconfirmed'),
        name: 'Ona  Kitur',
      }),
    }),
    cookies: { keys: ['for tests'] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    ...client,
    name: 'Kita paslauga',
    visit: (address, email) => visit(issuer, address, email),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Follows redirects with a jar of cookies and fills in the two forms: who one is, and that one agrees. */
async function visit(issuer: string, start: string, email: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = start;
  let form: URLSearchParams | undefined;
  while (address.startsWith(issuer)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    form = undefined;
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = answer.headers.get('location');
    if (next) address = new URL(next, address).href;
    else {
      const page = await answer.text();
      address = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', address).href;
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      form = new URLSearchParams({ prompt, login: email, password: 'any' });
    }
  }
  return address;
}
