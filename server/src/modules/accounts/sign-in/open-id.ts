import type { BetterAuthOptions } from 'better-auth';
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import type { OidcProvider } from '../../../config.ts';
import { nameProblem, tidyName } from '../../people/persons/name.rules.ts';
import { isKeepableEmail, isKeepableText } from '../auth/account.rules.ts';

/** Under which accounts of the other service are kept, and the last part of the address it answers to. */
export const openIdKey = 'oidc';

/** Hands an unconfirmed account to the owner of its address. */
export type TakeOver = (owner: { email: string; name: string }) => Promise<void>;

/**
 * Signing in by OpenID Connect: with PKCE, a verified ID token, and addresses that the service itself confirmed.
 * An account of the same address that nobody confirmed is theirs from then on, so that its password never becomes
 * valid.
 */
export function openId(provider: OidcProvider, takeOver: TakeOver): GenericOAuthConfig {
  return {
    providerId: openIdKey,
    name: provider.name,
    discoveryUrl: `${provider.issuer}/.well-known/openid-configuration`,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    tokenEndpointAuth: { method: 'client_secret_basic' },
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    async mapProfileToUser(profile) {
      const { email, name, emailVerified } = profile as Record<string, unknown>;
      const address = typeof email === 'string' ? email.toLowerCase() : '';
      const given = typeof name === 'string' ? tidyName(name) : '';
      const known = nameProblem(given) ? (address.split('@')[0] ?? '') : given;
      if (emailVerified === true && isKeepableText(address)) await takeOver({ email: address, name: known });
      return { name: known, image: undefined };
    },
  };
}

type ValidateUserInfo = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

/** Nobody comes in by an address that the other service did not confirm: it may be anybody's. */
export const onlyConfirmedAddresses: ValidateUserInfo = ({ user, source }) => {
  if (source.method !== 'oauth') return;
  if (!user.emailVerified) return { error: 'email_not_verified' };
  const address = user.email ?? '';
  if (!isKeepableEmail(address) || !isKeepableText(address)) return { error: 'unable_to_create_user' };
};

/** We ask the other service who somebody is and nothing more, so its tokens are not kept. */
export const withoutTokens = async <Kept extends object>(account: Kept) => ({
  data: { ...account, accessToken: null, refreshToken: null, idToken: null },
});
