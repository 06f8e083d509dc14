import { WebSocket } from 'ws';

const query = 'subscription ($after: Cursor) { activity(after: $after) { __typename ... on Activity { cursor at } } }';

/** A client that comes back after every break, with the place of the last event that it was told. */
export class Reader {
  /** When each event that it was told of had happened. */
  moments = [];
  connections = 0;
  longestSilence = 0;
  /** The server it is connected to. */
  address;
  #addresses;
  #cursor = null;
  #socket;
  #ended = false;
  #heardAt = performance.now();
  #waiting = [];

  constructor(addresses) {
    this.#addresses = addresses;
  }

  /** Resolves once it has a place from which on nothing may be missed. */
  async begin() {
    const headers = { 'apollo-require-preflight': '1' };
    const response = await fetch(`${this.#addresses()[0]}/graphql?query={liveCursor}`, { headers });
    this.#cursor = (await response.json()).data.liveCursor;
    this.#connect();
  }

  /** Resolves once it was told of that many events. */
  heard(count) {
    if (this.moments.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }

  /** Resolves with a few events more, so that breaks come at any place. */
  heardMore() {
    return this.heard(this.moments.length + 1 + Math.floor(Math.random() * 8));
  }

  drop() {
    this.#socket.terminate();
  }

  end() {
    this.#ended = true;
    this.#socket.terminate();
  }

  #connect() {
    const addresses = this.#addresses();
    this.address = addresses[this.connections % addresses.length];
    this.connections += 1;
    const socket = new WebSocket(`${this.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    this.#socket = socket;
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!this.#ended) setTimeout(() => this.#connect(), 20);
    });
    socket.on('message', (data) => {
      // What had arrived before the break, but was not read, is told again.
      if (socket.readyState === WebSocket.OPEN) this.#hear(JSON.parse(data));
    });
  }

  #hear({ type, payload }) {
    if (type === 'connection_ack') {
      const variables = { after: this.#cursor };
      this.#socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
      return;
    }
    if (type !== 'next' || payload.data?.activity.__typename !== 'Activity')
      throw new Error(`The server said ${JSON.stringify({ type, payload })}`);
    const { cursor, at } = payload.data.activity;
    this.#cursor = cursor;
    this.moments.push(Date.parse(at));
    this.longestSilence = Math.max(this.longestSilence, performance.now() - this.#heardAt);
    this.#heardAt = performance.now();
    this.#waiting = this.#waiting.filter(({ count, resolve }) => {
      if (this.moments.length < count) return true;
      resolve();
      return false;
    });
  }
}
