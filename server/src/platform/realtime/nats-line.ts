import { connect } from '@nats-io/transport-node';
import type { OpenWakeLine } from './wake-channel.ts';

const subject = 'talka.live';

/**
 * Wakes over a NATS server, which spares the database one connection and one statement for each wake-up.
 * The address may carry a user and a password, or a token alone; `tls://` asks for encryption.
 */
export const natsLine =
  (natsUrl: string): OpenWakeLine =>
  async (onWake) => {
    const { host, protocol, username, password } = new URL(natsUrl);
    const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
    const connection = await connect({
      servers: host,
      name: 'Talka',
      ...(pass ? { user, pass } : user && { token: user }),
      ...(protocol === 'tls:' && { tls: {} }),
      noEcho: true,
      // The channel opens a new one, pausing and telling of it as for the database.
      reconnect: false,
      timeout: 10_000,
      pingInterval: 20_000,
    });
    connection.subscribe(subject, { callback: () => onWake() });
    await connection.flush();
    return {
      ended: connection.closed().then(() => {}),
      send: async () => connection.publish(subject),
      close: () => connection.close(),
    };
  };
