import type { FastifyInstance } from 'fastify';

/** `/health/live`: the process runs. `/health/ready`: it can answer, as far as `isReady` knows. */
export function mountHealth(http: FastifyInstance, isReady: () => Promise<boolean>): void {
  http.get('/health/live', async () => ({ live: true }));
  http.get('/health/ready', async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
}
