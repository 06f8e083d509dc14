import type { FastifyInstance } from 'fastify';

/** A check that has not answered by then has failed. */
const patience = 1500;
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

/** Whether a check says yes in time. */
export async function withinPatience(check: () => Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patience);
  try {
    return await Promise.race([check().catch(() => false), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
