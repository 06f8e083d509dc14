import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePost } from '../../../../test/factories/collaboration.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { makeEmailStop } from '../../../../test/factories/notifications.ts';
import { everybodyTold, startTelling, type TellingProcess } from '../../../../test/letters.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import type { RouteReply } from '../../../platform/http/route.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { emailStopRoutes } from './email-stop.routes.ts';

let world: World;
let mail: MailServer;
let telling: TellingProcess;
let author: string;
let post: string;
beforeAll(async () => {
  world = await embeddedWorld();
  mail = await startMailServer();
  telling = await startTelling(world, mail);
  author = await makePerson(world, { name: 'Ona', locale: 'lt' });
  post = await makePost(world, { author, title: 'Kas turi lazerį?' });
});
afterAll(async () => {
  await telling.stop();
  await mail.close();
  await world.close();
});

const reply = (personId: string, postId = post) =>
  world.ask(personId, 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }', {
    input: { postId, body: 'Mes *turime*.', idempotencyKey: newId() },
  });
/** To whom letters went since it was looked last, with their subjects. */
async function letters() {
  await everybodyTold(world);
  return mail
    .taken()
    .map(({ to, subject }) => `${to.split('@')[0]} ${subject}`)
    .sort();
}

describe('a reply', () => {
  test('is told to the author and to whoever replied before, never to who wrote it', async () => {
    const [ruta, jonas] = [await makePerson(world), await makePerson(world)];
    await reply(ruta);
    expect(await letters()).toEqual([`${author} Atsakymas į jūsų skelbimą „Kas turi lazerį?“`]);
    await reply(jonas);
    await reply(author);
    expect(await letters()).toEqual(
      [
        `${author} Atsakymas į jūsų skelbimą „Kas turi lazerį?“`,
        `${ruta} Naujas atsakymas: „Kas turi lazerį?“`,
        `${ruta} Naujas atsakymas: „Kas turi lazerį?“`,
        `${jonas} Naujas atsakymas: „Kas turi lazerį?“`,
      ].sort(),
    );
  });

  test('is quoted, with its author and the way to it', async () => {
    const ruta = await makePerson(world, { name: 'Rūta' });
    const own = await makePost(world, { author, title: 'Ieškau <b>krosnies</b>' });
    const { data } = await world.ask<{ reply: { id: string } }>(
      ruta,
      'mutation ($input: ReplyInput!) { reply(input: $input) { id } }',
      { input: { postId: own, body: 'Mes <turime>.', idempotencyKey: newId() } },
    );
    await everybodyTold(world);
    const [letter] = mail.taken();
    expect(letter?.text).toContain('Rūta atsakė į jūsų skelbimą „Ieškau <b>krosnies</b>“:');
    expect(letter?.text).toContain('> Mes <turime>.');
    expect(letter?.text).toContain(`https://talka.example/lt/posts/${own}#reply-${data?.reply.id}`);
    expect(letter?.html).toContain('Mes &lt;turime&gt;.');
    expect(letter?.html).not.toContain('<b>');
    expect(letter?.headers.get('references')).toBe(`<post-${own}@talka.example>`);
  });

  test('is not told to whoever may no longer read the post', async () => {
    const ruta = await makePerson(world);
    const withdrawn = await makePost(world, { author: await makePerson(world) });
    await reply(ruta, withdrawn);
    await letters();
    await telling.stop();
    await reply(await makePerson(world), withdrawn);
    await rowsOf(world.em()).updateTable('post').set({ state: 'withdrawn' }).where('id', '=', withdrawn).execute();
    telling = await startTelling(world, mail);
    expect((await letters()).filter((line) => line.startsWith(ruta))).toEqual([]);
  });
});

describe('a switch', () => {
  const [post_, get_] = emailStopRoutes;
  const click = (route: typeof post_ | typeof get_, token: string): Promise<RouteReply> =>
    route.handle({ ...world.context(), locale: 'lt' }, { params: { token }, query: {} });
  const look = async (token: string) => {
    const { data, code } = await world.ask(
      null,
      'query ($token: ID!) { emailStop(token: $token) { category stopped } }',
      {
        token,
      },
    );
    return code ?? (data as unknown as { emailStop: object }).emailStop;
  };
  const turn = (token: string, stopped: boolean) =>
    world.ask(null, 'mutation ($input: EmailStopInput!) { changeEmailStop(input: $input) { category stopped } }', {
      input: { token, stopped },
    });

  test('stops e-mails of its category in one click of the mail program, without signing in, and twice is fine', async () => {
    const person = await makePerson(world);
    const own = await makePost(world, { author: person });
    await reply(author, own);
    await everybodyTold(world);
    const [letter] = mail.taken();
    const token = /email-stop\/([\w-]{43})/.exec(letter?.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
    for (let times = 0; times < 2; times += 1) expect((await click(post_, token)).status).toBe(204);
    await reply(author, own);
    expect(await letters()).toEqual([]);
    await turn(token, false);
    await reply(author, own);
    expect(await letters()).toHaveLength(1);
  });

  test('is left alone by who only opens its address', async () => {
    const token = await makeEmailStop(world, { personId: await makePerson(world) });
    expect(await click(get_, token)).toEqual({
      status: 303,
      headers: { location: `https://talka.example/lt/email-stop/${token}` },
    });
    expect(await look(token)).toEqual({ category: 'REPLIES', stopped: false });
  });

  test.each(['', 'x', 'a\0', 'ž'.repeat(43), 'a'.repeat(43), 'a'.repeat(1e6)])('is not opened by %#', async (token) => {
    expect((await click(post_, token)).status).toBe(404);
    expect(await look(token)).toBe('NOT_FOUND');
    expect((await turn(token, true)).code).toBe('NOT_FOUND');
  });

  test('is one of several in the settings of its person', async () => {
    const personId = await makePerson(world);
    const change = (input: object[]) =>
      world.ask(
        personId,
        `mutation ($input: [EmailSettingInput!]!) {
          changeEmailSettings(input: $input) { emailSettings { category stopped } } }`,
        { input },
      );
    const stopped = async () => {
      const { data } = await world.ask<{ me: { emailSettings: { category: string; stopped: boolean }[] } }>(
        personId,
        '{ me { emailSettings { category stopped } } }',
      );
      return data?.me.emailSettings.filter((each) => each.stopped).map(({ category }) => category);
    };
    expect(await stopped()).toEqual([]);
    await change([
      { category: 'REPLIES', stopped: true },
      { category: 'BOOKING_REMINDERS', stopped: true },
    ]);
    expect(await stopped()).toEqual(['BOOKING_REMINDERS', 'REPLIES']);
    await change([{ category: 'REPLIES', stopped: false }]);
    expect(await stopped()).toEqual(['BOOKING_REMINDERS']);
    expect((await world.ask(null, '{ me { emailSettings { stopped } } }')).data).toEqual({ me: null });
  });
});
