import { WebSocketServer } from 'ws';

/** The least a server can do: the same text to every socket. */
const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.on('message', ({ frame }) => {
  if (frame) for (const socket of sockets.clients) socket.send(frame);
});
sockets.on('listening', () => process.send({ ready: true }));
