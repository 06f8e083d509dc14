import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readForm } from './read-form.server.ts';
import { oneOf, several, text, textOrNull, ticked, whole } from './schema.server.ts';

const sent = (body: BodyInit, type?: string) => ({
  request: new Request('https://talka.example/lt/sign-in', {
    method: 'POST',
    body,
    ...(type !== undefined && { headers: { 'content-type': type } }),
  }),
});
const credentials = z.object({ email: text, password: text });

describe('a form that was sent', () => {
  test('has its fields as text; one left out is empty', async () => {
    const form = sent(new URLSearchParams({ email: 'ona@example.org', other: 'x' }));
    expect((await readForm(form, credentials)).values).toEqual({ email: 'ona@example.org', password: '' });
  });

  test('has no text where a file stands', async () => {
    const data = new FormData();
    data.set('email', new File(['x'], 'x.txt'));
    expect((await readForm(sent(data), credentials)).values).toMatchObject({ email: '' });
  });

  test('shows again what was typed, but no password', async () => {
    const form = sent(new URLSearchParams({ email: 'ona@', password: 'medis' }));
    expect((await readForm(form, credentials)).typed).toEqual({ email: 'ona@' });
  });

  test('is refused where it cannot be read', async () => {
    const broken = sent('--x nonsense', 'multipart/form-data; boundary=x');
    await expect(readForm(broken, credentials)).rejects.toMatchObject({ status: 400 });
  });
});

test.each([
  [textOrNull, '  ', null],
  [textOrNull, ' x ', 'x'],
  [whole, '3', 3],
  [whole, 'three', 0],
  [whole, undefined, 0],
  [ticked, 'on', true],
  [ticked, undefined, false],
  [oneOf(['KEEP', 'REMOVE']), 'REMOVE', 'REMOVE'],
  [oneOf(['KEEP', 'REMOVE']), 'SELL', 'KEEP'],
  [several, 'kiln', ['kiln']],
  [several, ['kiln', 'loom'], ['kiln', 'loom']],
  [several, undefined, []],
])('%# a field reads %j as %j', (schema, value, read) => {
  expect(schema.parse(value)).toEqual(read);
});
