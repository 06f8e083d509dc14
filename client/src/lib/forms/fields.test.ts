import { describe, expect, test } from 'vitest';
import { fields } from './fields.server.ts';

const sent = (body: BodyInit, type?: string) => ({
  request: new Request('https://talka.example/lt/sign-in', {
    method: 'POST',
    body,
    ...(type !== undefined && { headers: { 'content-type': type } }),
  }),
});

describe('a form that was sent', () => {
  test('has its fields as text; one left out is empty', async () => {
    const form = sent(new URLSearchParams({ email: 'ona@example.org', other: 'x' }));
    expect(await fields(form, 'email', 'password')).toEqual({ email: 'ona@example.org', password: '' });
  });

  test('has no text where a file stands', async () => {
    const data = new FormData();
    data.set('email', new File(['x'], 'x.txt'));
    expect(await fields(sent(data), 'email')).toEqual({ email: '' });
  });

  test('is refused where it cannot be read', async () => {
    const broken = sent('--x nonsense', 'multipart/form-data; boundary=x');
    await expect(fields(broken, 'email')).rejects.toMatchObject({ status: 400 });
  });
});
