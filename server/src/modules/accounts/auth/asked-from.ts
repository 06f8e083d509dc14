import { getIP, type getSessionFromCtx } from 'better-auth/api';

/** A request as better-auth hands it to its hooks and endpoints. */
export type AuthRequest = Parameters<typeof getSessionFromCtx>[0];

/** From where somebody asks, as sessions keep it: of an IPv6 address the network, for its owner has the rest. */
export const askedFrom = ({ headers, context }: AuthRequest): string =>
  (headers && getIP(headers, context.options)) || '';
