import { createHmac } from 'node:crypto';

/** How networks are told apart where attempts are counted. */
export type NetworkDigest = (network: string) => string;

/** Networks are people's too, and so few that all can be tried: their digest takes our key. */
export const networkDigest =
  (secret: string): NetworkDigest =>
  (network) =>
    createHmac('sha256', secret).update(`network ${network}`).digest('base64url');
