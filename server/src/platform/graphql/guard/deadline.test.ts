import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { beforeDeadline, readsAlone } from './deadline.ts';

describe('somebody who waits', () => {
  test('gets the answer that comes in time', async () => {
    expect(await beforeDeadline(Promise.resolve('here'))).toBe('here');
  });

  test('is told to try later where none comes', async () => {
    await expect(beforeDeadline(new Promise(() => {}), 1)).rejects.toMatchObject({ code: 'TRY_LATER' });
  });

  test('is told so of what reads alone', () => {
    expect(readsAlone(parse('{ me { id } }'))).toBe(true);
    expect(readsAlone(parse('mutation Book { book } query Look { me { id } }'), 'Book')).toBe(false);
    expect(readsAlone(parse('mutation Book { book } query Look { me { id } }'), 'Look')).toBe(true);
  });
});
