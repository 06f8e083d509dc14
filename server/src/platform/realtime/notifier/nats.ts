import { connect } from '@nats-io/transport-node';
import type { OpenTransport } from './notifier.ts';

const subject = 'talka.live';

/**
 * Notifies over a NATS server, which spares the database one connection and one statement for each notification.
 * The address may carry a user and a password, or a token alone; `tls://` asks for encryption.
 */
export const natsTransport =
  (natsUrl: string): OpenTransport =>
  async (onNotified) => {
    const { host, protocol, username, password } = new URL(natsUrl);
    const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
    const connection = await connect({
      servers: host,
      name: 'Talka',
      ...(pass ? { user, pass } : user && { token: user }),
      ...(protocol === 'tls:' && { tls: {} }),
      noEcho: true,
      // The notifier opens a new one, pausing and logging as for the database.
      reconnect: false,
      timeout: 10_000,
      pingInterval: 20_000,
    });
    connection.subscribe(subject, { callback: () => onNotified() });
    await connection.flush();
    return {
      ended: connection.closed().then(() => {}),
      send: async () => connection.publish(subject),
      close: () => connection.close(),
    };
  };
