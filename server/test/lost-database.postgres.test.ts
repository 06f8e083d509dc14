import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePersonWithPassword } from './factories/signing-in.ts';
import { hasPostgres } from './postgres-server.ts';
import { layWire, type RunningApp, runApp, type Wire } from './running.ts';
import { until } from './until.ts';
import { postgresWorld, type World } from './world.ts';

const person = { email: 'ona@example.org', password: 'ilgas-slaptažodis', name: 'Ona' };

describe.runIf(await hasPostgres())('when the database is lost', () => {
  let world: World;
  let wire: Wire;
  let app: RunningApp;
  let cookie: string;
  beforeAll(async () => {
    world = await postgresWorld();
    const url = new URL(world.orm.config.get('clientUrl') ?? '');
    wire = await layWire(url.hostname, Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(wire.port);
    app = await runApp({ DATABASE_URL: url.href });
    await makePersonWithPassword(world, person);
    const signedIn = await app.post('/api/auth/sign-in/email', person);
    cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  });
  afterAll(async () => {
    await app.close();
    await wire.cut();
    await world.close();
  });

  const isReady = async () => (await app.get('/health/ready')).status === 200;
  const ask = (query: string, headers: Record<string, string> = {}) =>
    app.post('/graphql', { query }, { 'accept-language': 'en', ...headers });
  const centres = '{ centres(first: 1) { totalCount } }';
  const me = '{ me { email } }';

  test('readers are told to come back, and are answered again once it is there', async () => {
    expect(await isReady()).toBe(true);
    expect(await (await ask(me, { cookie })).json()).toEqual({ data: { me: { email: person.email } } });

    await wire.cut();
    await until(async () => !(await isReady()));
    expect((await app.get('/health/live')).status).toBe(200);
    for (const answer of [await ask(centres), await ask(me, { cookie })]) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        errors: [{ message: expect.stringContaining('try again'), extensions: { code: 'UNAVAILABLE' } }],
      });
    }
    const signIn = await app.post('/api/auth/sign-in/email', person);
    expect(signIn.status).toBe(503);
    expect(await signIn.json()).toMatchObject({ code: 'UNAVAILABLE' });

    await wire.mend();
    await until(isReady);
    expect(await (await ask(me, { cookie })).json()).toEqual({ data: { me: { email: person.email } } });
    expect((await ask(centres)).status).toBe(200);
    expect((await app.post('/api/auth/sign-in/email', person)).status).toBe(200);
  });

  test('a database without the tables of this release is not ready', async () => {
    const connection = world.em().getConnection();
    await connection.execute('alter table mikro_orm_migrations rename to elsewhere');
    await until(async () => !(await isReady()));
    await connection.execute('alter table elsewhere rename to mikro_orm_migrations');
    await until(isReady);
  });
});
