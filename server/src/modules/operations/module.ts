import { OperationsResolver } from './operations.resolver.ts';

export const operations = {
  resolvers: [OperationsResolver],
} as const;
