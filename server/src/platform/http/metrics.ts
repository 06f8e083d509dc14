import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One figure, or one for each value of a label, as it is at the moment of asking. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly read: () => Promise<readonly (readonly [labels: Record<string, string>, value: number])[]>;
}

export interface Metrics {
  /** Notes how long a GraphQL operation took, in seconds. */
  operation(labels: { operation: string; outcome: 'done' | 'refused' | 'failed' }, seconds: number): void;
  readonly registry: Registry;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * `/metrics` in the text format of Prometheus: for whoever sends the token, else for who asks directly from
 * this machine.
 * Labels are taken from routes and from the schema, never from what a client sends.
 */
export function mountMetrics(http: FastifyInstance, figures: readonly Figure[], token: string | undefined): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'talka_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [registry],
  });
  const operations = new Histogram({
    name: 'talka_graphql_operation_seconds',
    help: 'Time of a GraphQL operation, by its kind and first field; refused: by a rule; failed: by a fault.',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers: [registry],
  });
  for (const figure of figures) registry.registerMetric(gaugeOf(figure));

  http.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'pages', status: reply.raw.statusCode };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  http.get('/metrics', async (request, reply) => {
    if (!maySee(request, token)) {
      return reply.code(403).send({ errors: [{ message: 'Not for you.', extensions: { code: 'FORBIDDEN' } }] });
    }
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
  return { registry, operation: (labels, time) => operations.observe(labels, time) };
}

/** A figure that cannot be read at the moment is left out, so that the others still tell. */
const gaugeOf = ({ name, help, labels = [], read }: Figure): Gauge =>
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [],
    async collect() {
      this.reset();
      const values = await read().catch(() => []);
      // A figure with labels has no value by itself.
      if (values.length === 0 && labels.length === 0) this.remove();
      for (const [given, value] of values) this.set(given, value);
    },
  });

/** What proxies add. A proxy on this machine would else make everybody a neighbour, even where it is not trusted. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

function maySee({ headers, ip }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return loopback.test(ip) && !forwarded.some((name) => name in headers);
  const [given, wanted] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(text));
  return given?.length === wanted?.length && timingSafeEqual(given as Buffer, wanted as Buffer);
}
