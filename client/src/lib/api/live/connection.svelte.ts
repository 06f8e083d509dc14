/** How the live connection fares; `idle` while nothing on the page listens. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting';

class Connection {
  state = $state<ConnectionState>('idle');
}

/** The page's one live connection, for signs such as the dot beside a list. Stays `idle` on the server. */
export const connection = new Connection();
