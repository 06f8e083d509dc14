import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';

const socketsPerAddress = 190;
const atOnce = 100;

/** Many sockets on one server, which count what they are told. */
export class Crowd {
  #sockets = [];
  #told = 0;
  #expected = Number.POSITIVE_INFINITY;
  #everybody = Promise.withResolvers();
  /** The id of each socket's subscription, made as browsers make them. */
  #ids = [];
  #closing = false;
  /** The last message that arrived. */
  last = '';

  /** Opens them, as if each had come through a proxy from one of several addresses. */
  async connect(url, count, { acknowledged = true } = {}) {
    while (this.#sockets.length < count) {
      const some = Array.from({ length: Math.min(atOnce, count - this.#sockets.length) }, (_, index) => {
        const address = Math.floor((this.#sockets.length + index) / socketsPerAddress);
        const headers = { 'x-forwarded-for': `198.51.100.${address}` };
        return new WebSocket(url, 'graphql-transport-ws', { headers, perMessageDeflate: false });
      });
      await Promise.all(some.map((socket) => once(socket, 'open')));
      for (const socket of some) socket.send('{"type":"connection_init"}');
      if (acknowledged) await Promise.all(some.map((socket) => once(socket, 'message')));
      for (const socket of some) {
        socket.on('message', (data) => this.#hear(data));
        socket.on('close', (code) => this.#lose(code));
      }
      this.#sockets.push(...some);
    }
  }

  /** Subscribes every socket, in place of what it was subscribed to. */
  subscribe(payloadOf) {
    for (const [index, socket] of this.#sockets.entries()) {
      const previous = this.#ids[index];
      if (previous) socket.send(JSON.stringify({ id: previous, type: 'complete' }));
      const id = randomUUID();
      this.#ids[index] = id;
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: payloadOf(index) }));
    }
  }

  /** Resolves once every socket was told one event from now on. */
  async told(tell) {
    this.#told = 0;
    this.#expected = this.#sockets.length;
    this.#everybody = Promise.withResolvers();
    await tell();
    await this.#everybody.promise;
  }

  close() {
    this.#closing = true;
    for (const socket of this.#sockets) socket.terminate();
  }

  #hear(data) {
    this.#told += 1;
    if (this.#told === 1) this.last = data.toString();
    if (this.#told >= this.#expected) this.#everybody.resolve();
  }

  #lose(code) {
    if (!this.#closing) this.#everybody.reject(new Error(`A socket was closed with ${code}.`));
  }
}
