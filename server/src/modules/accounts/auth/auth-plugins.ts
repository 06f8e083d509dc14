import { passkey } from '@better-auth/passkey';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Config } from '../../../config.ts';
import { type EmailCodeParts, emailCode } from '../email-code/email-code.plugin.ts';
import { openId, type TakeOver } from '../sign-in/open-id.ts';
import { trustedDeviceSeconds } from './account.rules.ts';

/** Other ways to sign in than a password alone, on our own tables. */
export function authPlugins(
  config: Pick<Config, 'origin' | 'originIsGiven' | 'oidc'>,
  { takeOver, ...codes }: EmailCodeParts & { readonly takeOver: TakeOver },
) {
  return [
    emailCode(codes),
    passkeys(config),
    secondFactor(),
    genericOAuth({ config: config.oidc ? [openId(config.oidc, takeOver)] : [] }),
  ] satisfies BetterAuthPlugin[];
}

const passkeys = ({ origin, originIsGiven }: Pick<Config, 'origin' | 'originIsGiven'>) =>
  passkey({
    rpName: 'Talka',
    rpID: new URL(origin).hostname,
    // Without a public address the one that the browser names, whose host must be `rpID` all the same.
    origin: originIsGiven ? origin : null,
    // Found without an address typed, and unlocked by PIN, finger or face: it stands for password and second factor.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => assertUnlocked(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => assertUnlocked(verification.authenticationInfo.userVerified),
    },
    schema: {
      passkey: {
        fields: {
          userId: 'person_id',
          credentialID: 'credential_id',
          publicKey: 'public_key',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });

async function assertUnlocked(userVerified: boolean | undefined): Promise<void> {
  if (userVerified) return;
  throw new APIError('UNAUTHORIZED', { code: 'PASSKEY_NOT_UNLOCKED', message: 'The passkey was not unlocked.' });
}

const secondFactor = () =>
  twoFactor({
    issuer: 'Talka',
    trustDeviceMaxAge: trustedDeviceSeconds,
    // Somebody who signs in through another service alone has no password to ask for.
    allowPasswordless: true,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'second_factor',
        fields: {
          userId: 'person_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'unlocks_at',
        },
      },
    },
  });
