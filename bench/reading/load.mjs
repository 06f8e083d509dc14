import { Agent, request } from 'node:http';

/** Sixteen connections, each asking again as soon as it is answered, for so many seconds and answers. */
export async function load(address, bodyOf, { seconds, answers = 0, connections = 16, headers = {} }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const until = performance.now() + seconds * 1000;
  const ask = (body) =>
    new Promise((resolve, reject) => {
      const asked = request(
        address,
        {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        },
        (response) => {
          let bytes = 0;
          response.on('data', (chunk) => (bytes += chunk.length));
          response.on('end', () =>
            response.statusCode === 200
              ? resolve(bytes)
              : reject(new Error(`${address} answered ${response.statusCode}`)),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until || times.length < answers) {
        const begun = performance.now();
        await ask(bodyOf());
        times.push(performance.now() - begun);
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    p50: times[times.length >> 1],
    p99: times[Math.floor(times.length * 0.99)],
  };
}
