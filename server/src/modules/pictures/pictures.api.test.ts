import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../test/factories/belonging.ts';
import { makeCentre } from '../../../test/factories/directory.ts';
import { makeEquipment } from '../../../test/factories/equipment.ts';
import { makePerson } from '../../../test/factories/identity.ts';
import { bomb, fromTelephone, plain } from '../../../test/photographs.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { signedIn } from '../../platform/context/context.ts';
import { transact } from '../../platform/context/transact.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { folderStore } from '../../platform/files/store/folder-store.ts';
import { mountRoutes } from '../../platform/http/route.ts';
import { createHttpServer } from '../../platform/http/server.ts';
import { mountUploads } from '../../platform/http/uploads/upload-route.ts';
import type { Attempt } from '../../platform/jobs/queue.ts';
import { createLog } from '../../platform/log/log.ts';
import { forgetPerson } from '../privacy/forget-person.service.ts';
import { pictures } from './module.ts';
import { makeSizes } from './sizes/make-sizes.job.ts';
import { deleteUnused } from './sizes/unused-pictures.job.ts';

let world: World;
let http: FastifyInstance;
let folder: string;
let centreId: string;
let equipmentId: string;
let staff: string;
let member: string;
beforeAll(async () => {
  world = await embeddedWorld();
  folder = await mkdtemp(join(tmpdir(), 'talka-files-'));
  world.files = folderStore(folder);
  world.jobs = { enqueue: async () => {} };
  const log = createLog({ logLevel: 'silent' });
  http = createHttpServer(log);
  const contextOf = ({ headers }: { headers: Record<string, unknown> }) =>
    world.contextFor((headers['x-person'] as string | undefined) ?? null);
  mountUploads(http, { routes: pictures.uploads, contextOf, log, origin: 'https://talka.example', development: false });
  mountRoutes(http, pictures.routes, contextOf);
  centreId = await makeCentre(world);
  equipmentId = (await makeEquipment(world, { centre: centreId })).id;
  staff = await makePerson(world);
  member = await makePerson(world);
  await makeMembership(world, { personId: staff, centreId, role: 'staff' });
  await makeMembership(world, { personId: member, centreId, role: 'member' });
});
afterAll(async () => {
  await http.close();
  await world.close();
  await rm(folder, { recursive: true });
});

const words = { 'alt.en': 'A laser cutter with its lid open', credit: 'Ona' };
interface Sent {
  readonly as?: string | null;
  readonly type?: string;
  readonly fields?: Record<string, string>;
  readonly subject?: string;
  readonly id?: string;
  readonly headers?: Record<string, string>;
  readonly leadsTo?: string;
}
async function send(bytes: Uint8Array, sent: Sent = {}) {
  const { as = staff, type = 'image/jpeg', fields = words, subject = 'equipment', id = equipmentId } = sent;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), 'IMG_2041.jpg');
  const body = new Response(form);
  return http.inject({
    method: 'POST',
    url: `/files?subject=${subject}&id=${id}${sent.leadsTo ? `&then=${encodeURIComponent(sent.leadsTo)}` : ''}`,
    headers: {
      'content-type': body.headers.get('content-type') ?? '',
      origin: 'https://talka.example',
      ...(as !== null && { 'x-person': as }),
      ...sent.headers,
    },
    payload: Buffer.from(await body.arrayBuffer()),
  });
}
const problemOf = (answer: Awaited<ReturnType<typeof send>>) => {
  const [error] = answer.json().errors ?? [];
  return [answer.statusCode, error?.extensions.code, error?.extensions.problems?.[0]?.message];
};
const rows = () => rowsOf(world.em());
const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
const shown = async (person: string | null = null) => {
  const { data } = await world.ask<{ equipment: { pictures: Picture[] } }>(
    person,
    `{ equipment(id: "${equipmentId}") { pictures { id alt credit width height colour version files { url format width } } } }`,
  );
  return data?.equipment.pictures ?? [];
};
interface Picture {
  id: string;
  alt: string;
  credit: string;
  width: number;
  height: number;
  colour: string;
  version: number;
  files: { url: string; format: string; width: number }[];
}
const makeAllSizes = async () => {
  for (const { id } of await rows().selectFrom('picture').select('id').execute()) {
    const ctx = world.context();
    const attempt = { ctx, em: ctx.em, signal: new AbortController().signal } as unknown as Attempt;
    await makeSizes.handle?.({ pictureId: id }, attempt);
  }
};

describe('a photograph', () => {
  test('is turned, written anew and shown to everybody, and nothing of what was sent is left', async () => {
    const sent = Buffer.concat([await fromTelephone(), Buffer.from('<script>trailer</script>')]);
    expect((await send(sent)).statusCode).toBe(200);
    const [picture] = await shown();
    expect(picture).toMatchObject({ alt: words['alt.en'], credit: 'Ona', width: 600, height: 800 });
    expect(picture?.colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(picture?.files.map(({ format, width }) => [format, width])).toEqual([
      ['WEBP', 480],
      ['WEBP', 600],
    ]);
    const address = picture?.files[0]?.url ?? '';
    const answer = await http.inject(address);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      ...[200, 'image/webp', 'public, max-age=31536000, immutable'],
    ]);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    const read = await sharp(answer.rawPayload).metadata();
    expect([read.exif, read.orientation, read.icc, read.xmp]).toEqual([undefined, undefined, undefined, undefined]);
    await makeAllSizes();
    for (const entry of await filesIn()) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const trace of ['Secret', 'GPS', 'Exif', 'trailer', 'IMG_2041', 'JFIF']) {
        expect(bytes.includes(trace), `${entry.name} holds ${trace}`).toBe(false);
      }
      expect(bytes.equals(sent)).toBe(false);
    }
    expect((await shown())[0]?.files.map(({ url }) => url.split('/').at(-1)).sort()).toEqual([
      ...['1280.avif', '1280.webp', '2560.webp', '320.avif', '320.webp', '640.avif', '640.webp'],
    ]);
  });

  test('that comes twice is kept once; removed, its files stay for a day', async () => {
    const sent = await plain(500, 400).png().toBuffer();
    const ids = await Promise.all([1, 2, 3].map(async () => (await send(sent, { type: 'image/png' })).json().data.id));
    expect(new Set(ids).size).toBe(1);
    const count = (await filesIn()).length;
    const remove = `mutation { removePicture(id: "${ids[0]}") }`;
    expect((await world.ask(member, remove)).code).toBe('FORBIDDEN');
    expect((await world.ask(staff, remove)).data).toEqual({ removePicture: true });
    await deleteUnused(world.context());
    expect((await filesIn()).length).toBe(count);
    const then = world.now;
    world.now = new Date(then.getTime() + 25 * 3_600_000);
    await deleteUnused(world.context());
    expect((await filesIn()).length).toBe(count - 2);
    world.now = then;
  });

  test('is described, put first and taken away by who looks after the thing', async () => {
    await send(await plain(700, 500).webp().toBuffer(), {
      type: 'image/webp',
      fields: { 'alt.lt': 'Staklės iš šono' },
    });
    const [first, second] = await shown();
    const change = (version: number, alt: string) =>
      `mutation { describePicture(input: { id: "${second?.id}", version: ${version}, altEn: "${alt}", credit: "", focusX: 20, focusY: 80, showsPeople: true }) { alt focusX version } }`;
    expect((await world.ask(staff, change(1, 'DSC_0012'))).code).toBe('BAD_INPUT');
    expect((await world.ask(staff, change(7, 'The side of the machine'))).code).toBe('STALE_VERSION');
    expect((await world.ask(staff, change(1, 'The side of the machine'))).data).toEqual({
      describePicture: { alt: 'The side of the machine', focusX: 20, version: 2 },
    });
    await world.ask(staff, `mutation { movePicture(id: "${second?.id}") { id } }`);
    expect((await shown()).map(({ id }) => id)).toEqual([second?.id, first?.id]);
    const audited = await rows()
      .selectFrom('audit_entry')
      .select('kind')
      .where('object_id', '=', equipmentId)
      .execute();
    expect(audited.map(({ kind }) => kind)).toContain('picture.described');
  });

  test('stays without the person who added it, whose portrait goes', async () => {
    const leaving = await makePerson(world);
    await makeMembership(world, { personId: leaving, centreId, role: 'staff' });
    await send(await plain(400, 300).jpeg().toBuffer(), { as: leaving });
    await send(await plain(300, 300).jpeg().toBuffer(), { as: leaving, subject: 'person', id: leaving });
    const uses = () =>
      rows().selectFrom('picture_use').select('subject_type').where('added_by_id', '=', leaving).execute();
    expect((await uses()).length).toBe(2);
    await transact(await world.contextFor(leaving), (tx) => forgetPerson(tx, signedIn(tx), 'keep'));
    expect(await uses()).toEqual([]);
    const portrait = await rows().selectFrom('picture_use').select('id').where('subject_id', '=', leaving).execute();
    expect(portrait).toEqual([]);
    expect((await shown()).length).toBe(3);
  });
});

describe('whoever may not', () => {
  test.each([
    ['a visitor', () => null, 401, 'SIGN_IN_REQUIRED'],
    ['a member', () => member, 403, 'FORBIDDEN'],
  ])('%s is told before anything is read', async (_who, person, status, code) => {
    const answer = await send(Buffer.from('not looked at'), { as: person() });
    expect(problemOf(answer).slice(0, 2)).toEqual([status, code]);
  });

  test('a page of another site is refused, whoever is signed in', async () => {
    const answer = await send(await fromTelephone(), { headers: { origin: 'https://evil.example' } });
    expect(problemOf(answer).slice(0, 2)).toEqual([403, 'FORBIDDEN']);
  });

  test('a thing that is not there is not found', async () => {
    const answer = await send(Buffer.alloc(3), { id: centreId });
    expect(problemOf(answer).slice(0, 2)).toEqual([404, 'NOT_FOUND']);
  });

  test('without scripts one is led back to the page, which is told why', async () => {
    const answer = await send(Buffer.from('<svg/>'), { leadsTo: '/en/desk/x', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/en/desk/x']);
    const [, value = ''] = /^talka-upload=([^;]+);.*HttpOnly/.exec(String(answer.headers['set-cookie'])) ?? [];
    const told = JSON.parse(Buffer.from(value, 'base64url').toString());
    expect(told).toMatchObject({ problem: { code: 'BAD_INPUT' }, typed: words });
    const away = await send(Buffer.from('<svg/>'), { leadsTo: '//evil.example', headers: { accept: 'text/html' } });
    expect(away.statusCode).toBe(400);
  });
});

describe('what is no photograph to show', () => {
  const jpeg = () => plain().jpeg().toBuffer();
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, Sent, RegExp]>([
    ['an SVG', () => Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'), { type: 'image/svg+xml' }, /SVG/],
    ['a page', () => Buffer.from('<html><script>alert(1)</script>'), {}, /no picture/],
    ['a GIF that is a script as well', () => Buffer.from('GIF89a/*<svg/onload=alert(1)>*/=1'), {}, /GIF/],
    ['a picture of very many pixels', () => bomb(30_000, 30_000), { type: 'image/png' }, /megapixels/],
    ['nothing', () => Buffer.alloc(0), {}, /empty/],
    ['16 MB', () => Buffer.alloc(16 * 1024 * 1024, 1), {}, /15 MB/],
    [
      'one that moves',
      async () =>
        sharp(Buffer.concat([Buffer.alloc(300 * 300 * 3, 1), Buffer.alloc(300 * 300 * 3, 200)]), {
          raw: { width: 300, height: 600, channels: 3, pageHeight: 300 },
        })
          .webp({ loop: 0, delay: [100, 100] })
          .toBuffer(),
      { type: 'image/webp' },
      /moves/,
    ],
    ['colours for print', () => plain().toColourspace('cmyk').jpeg().toBuffer(), {}, /CMYK/],
    ['one that was cut off', async () => (await jpeg()).subarray(0, 5000), {}, /damaged/],
    ['one under a wrong name', jpeg, { type: 'image/png' }, /a JPEG/],
    ['a stamp', () => plain(100, 80).jpeg().toBuffer(), {}, /240 pixels/],
    ['one described by its file', jpeg, { fields: { 'alt.en': 'IMG_2041.jpg' } }, /name of a file/],
    ['one that is not described', jpeg, { fields: {} }, /what is to be seen/],
  ])('%s is refused in words, and nothing is kept', async (_what, bytes, sent, message) => {
    const before = [(await filesIn()).length, (await shown()).length];
    const [status, code, said] = problemOf(await send(await bytes(), sent));
    expect([status, code]).toEqual([400, 'BAD_INPUT']);
    expect(said).toMatch(message);
    expect([(await filesIn()).length, (await shown()).length]).toEqual(before);
  });
});
