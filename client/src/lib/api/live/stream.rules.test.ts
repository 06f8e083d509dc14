import { describe, expect, test } from 'vitest';
import { openStream, receive, refuse, type Stream, type Update, waitBefore } from './stream.rules.ts';

const change = (cursor: string) => ({ __typename: 'PostChange', cursor });

/** Reads messages as a page would: what it was told, and where it would resume. */
function read(messages: readonly Update[], start: Stream = openStream('c0')) {
  const told: string[] = [];
  let stream = start;
  for (const message of messages) {
    const next = receive(stream, message);
    stream = next.stream;
    if (next.news.kind !== 'nothing') told.push(next.news.kind === 'update' ? (message.cursor ?? '') : next.news.kind);
  }
  return { stream, told };
}

describe('a stream', () => {
  test('tells every message once and in order', () => {
    expect(read([change('c1'), change('c2'), change('c3')]).told).toEqual(['c1', 'c2', 'c3']);
  });

  test('resumes behind the last message after the connection was lost', () => {
    const before = read([change('c1'), change('c2')]);
    expect(before.stream.cursor).toBe('c2');
    const after = read([change('c3')], before.stream);
    expect([...before.told, ...after.told]).toEqual(['c1', 'c2', 'c3']);
  });

  test('does not tell again what the server repeats', () => {
    expect(read([change('c1'), change('c1'), change('c2')]).told).toEqual(['c1', 'c2']);
    expect(read([change('c1'), change('c2'), change('c1'), change('c3')]).told).toEqual(['c1', 'c2', 'c3']);
  });

  test('tells of a gap and goes on behind it', () => {
    const { told, stream } = read([change('c1'), { __typename: 'ReplayGap', cursor: 'c9' }, change('c10')]);
    expect(told).toEqual(['c1', 'gap', 'c10']);
    expect(stream.cursor).toBe('c10');
  });

  test('ends with the right to listen, and says why', () => {
    const revoked = receive(openStream('c1'), { __typename: 'AccessRevoked', message: 'Narystė baigėsi' });
    expect(revoked.news).toEqual({ kind: 'revoked', message: 'Narystė baigėsi' });
    expect(receive(revoked.stream, change('c2')).news).toEqual({ kind: 'nothing' });
  });

  test('begins anew where its cursor is no longer valid', () => {
    const refused = refuse(openStream('c1'), 'CURSOR_INVALID', '');
    expect(refused.news).toEqual({ kind: 'gap' });
    expect(refused.stream).toEqual(openStream(undefined));
  });

  test('ends where listening is forbidden', () => {
    const refused = refuse(openStream('c1'), 'FORBIDDEN', 'Ne jums');
    expect(refused.news).toEqual({ kind: 'revoked', message: 'Ne jums' });
    expect(refused.stream.ended).toBe(true);
  });

  test('keeps its place through an error of the server', () => {
    expect(refuse(openStream('c1'), 'INTERNAL', '')).toEqual({ stream: openStream('c1'), news: { kind: 'nothing' } });
  });
});

describe('the wait before a new attempt', () => {
  test('doubles, then stays at half a minute', () => {
    const longest = [0, 1, 2, 3, 4, 5, 6, 7, 500].map((attempt) => waitBefore(attempt, 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('is spread, so that a thousand pages do not return at once', () => {
    expect(waitBefore(3, 0)).toBe(2000);
    expect(waitBefore(3, 0.5)).toBe(3000);
  });
});
