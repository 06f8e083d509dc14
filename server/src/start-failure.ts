import { ConfigError } from './config.ts';
import { DirectoryInUseError } from './platform/database/directory-lock.ts';
import { PortTakenError } from './platform/http/port.ts';

/** What kept the server from starting, in a sentence for the person who started it; undefined for a fault of ours. */
export function explainStartFailure(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof DirectoryInUseError || error instanceof PortTakenError) {
    return error.message;
  }
  const { code, address, port } = (error ?? {}) as { code?: string; address?: string; port?: number };
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `The database at DATABASE_URL does not answer${address ? ` (${address}:${port})` : ''}. Start it, or correct DATABASE_URL.`;
    case '28P01':
    case '28000':
      return 'The database at DATABASE_URL refuses this user or password. Correct DATABASE_URL.';
    case '3D000':
      return 'The database named in DATABASE_URL does not exist. Create it first, for example with createdb.';
    case 'EACCES':
    case 'EROFS':
    case 'ENOTDIR':
      return 'DATA_DIR cannot be written. Set it to a folder that this user may write.';
    default:
      return undefined;
  }
}
