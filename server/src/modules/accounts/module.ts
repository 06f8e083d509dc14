import { expired } from './auth/expired.job.ts';
import { EmailCode } from './email-code/email-code.entity.ts';
import { Passkey } from './passkeys/passkey.entity.ts';
import { PasskeyResolver } from './passkeys/passkey.resolver.ts';
import { SecondFactor } from './second-factor/second-factor.entity.ts';
import { ActForResolver } from './sessions/act-for.resolver.ts';
import { OwnSessionsResolver } from './sessions/own-sessions.resolver.ts';
import { Account, Session, Verification } from './sessions/session.entity.ts';

export const accounts = {
  resolvers: [ActForResolver, OwnSessionsResolver, PasskeyResolver],
  entities: [Account, Session, Verification, EmailCode, Passkey, SecondFactor],
  queues: [expired],
} as const;
