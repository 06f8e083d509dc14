import { expired } from './auth/expired.job.ts';
import { Passkey } from './passkeys/passkey.entity.ts';
import { PasskeyResolver } from './passkeys/passkey.resolver.ts';
import { SecondFactor } from './second-factor/second-factor.entity.ts';
import { ActForResolver } from './sessions/act-for.resolver.ts';
import { OwnSessionsResolver } from './sessions/own-sessions.resolver.ts';
import { Account, Session, Verification } from './sessions/session.entity.ts';

export const accounts = {
  resolvers: [ActForResolver, OwnSessionsResolver, PasskeyResolver],
  entities: [Account, Session, Verification, Passkey, SecondFactor],
  queues: [expired],
} as const;
