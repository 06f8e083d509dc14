import { WebSocketServer } from 'ws';

/** The least a server can do with `ws`: the same text to every socket, or bytes that were made of it once. */
const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.on('message', ({ frame, once }) => {
  if (!frame) return;
  const message = once ? Buffer.from(frame) : frame;
  for (const socket of sockets.clients) socket.send(message, { binary: false });
});
sockets.on('listening', () => process.send({ ready: true }));
