import { PrivacyResolver } from './privacy.resolver.ts';

export const privacy = {
  resolvers: [PrivacyResolver],
} as const;
