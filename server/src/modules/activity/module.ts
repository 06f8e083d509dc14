import { ActivityResolver } from './activity.resolver.ts';

export const activity = {
  resolvers: [ActivityResolver],
} as const;
