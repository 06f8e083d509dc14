import type { FastifyInstance } from 'fastify';
import { withinPatience } from '../database/availability.ts';

/** Answers are shared for so long, whoever asks and however often. */
const sharedFor = 500;

/** `/health/live`: the process runs. `/health/ready`: it can answer, as far as `isReady` knows. */
export function mountHealth(http: FastifyInstance, isReady: () => Promise<boolean>): void {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(false);
  http.get('/health/live', async () => ({ live: true }));
  http.get('/health/ready', async (_request, reply) => {
    if (performance.now() - asked > sharedFor) {
      asked = performance.now();
      answer = withinPatience(isReady);
    }
    const ready = await answer;
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready });
  });
}
