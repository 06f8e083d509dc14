import { expect, test, vi } from 'vitest';
import { gathered } from './gathered.ts';
import type { Database } from './tables.ts';

const [here, there] = [{} as Database, {} as Database];

/** Asks that note what was asked together, and end when they are told to. */
function heldAsks() {
  const begun: { questions: readonly string[]; end: PromiseWithResolvers<readonly (string | Error)[]> }[] = [];
  const ask = gathered<string, string>((_rows, questions) => {
    const end = Promise.withResolvers<readonly (string | Error)[]>();
    begun.push({ questions, end });
    return end.promise;
  });
  const answerAll = (index: number) =>
    begun[index]?.end.resolve(begun[index].questions.map((question) => `answer to ${question}`));
  const statements = (count: number) => vi.waitFor(() => expect(begun).toHaveLength(count));
  return { begun, ask, answerAll, statements };
}

test('those who ask in one turn are answered together, each with their own answer', async () => {
  const { begun, ask, answerAll, statements } = heldAsks();
  const asked = [ask(here, 'a'), ask(here, 'b'), ask(here, 'a')];
  await statements(1);
  expect(begun.map(({ questions }) => questions)).toEqual([['a', 'b', 'a']]);
  answerAll(0);
  expect(await Promise.all(asked)).toEqual(['answer to a', 'answer to b', 'answer to a']);
});

test('who asks while others are answered gets an answer that was begun later', async () => {
  const { begun, ask, answerAll, statements } = heldAsks();
  const first = ask(here, 'a');
  await statements(1);
  const later = [ask(here, 'a'), ask(here, 'b')];
  expect(begun).toHaveLength(1);
  answerAll(0);
  await first;
  await statements(2);
  expect(begun[1]?.questions).toEqual(['a', 'b']);
  answerAll(1);
  expect(await Promise.all(later)).toEqual(['answer to a', 'answer to b']);
});

test('an answer that is long in coming holds nobody up for ever', async () => {
  const { ask, answerAll, statements } = heldAsks();
  const stuck = ask(here, 'a');
  await statements(1);
  const later = ask(here, 'b');
  await statements(2);
  answerAll(1);
  expect(await later).toBe('answer to b');
  answerAll(0);
  expect(await stuck).toBe('answer to a');
});

test('one failure is that of whom it concerns, and of no one who asks later', async () => {
  const { begun, ask, answerAll, statements } = heldAsks();
  const [good, bad] = [ask(here, 'a'), ask(here, 'b')];
  await statements(1);
  begun[0]?.end.resolve(['fine', new Error('refused')]);
  expect(await good).toBe('fine');
  await expect(bad).rejects.toThrow('refused');
  const lost = ask(here, 'c');
  await statements(2);
  begun[1]?.end.reject(new Error('gone'));
  await expect(lost).rejects.toThrow('gone');
  const again = ask(here, 'd');
  await statements(3);
  answerAll(2);
  expect(await again).toBe('answer to d');
});

test('two databases are asked apart', async () => {
  const { begun, ask, statements } = heldAsks();
  void ask(here, 'a');
  void ask(there, 'b');
  await statements(2);
  expect(begun.map(({ questions }) => questions)).toEqual([['a'], ['b']]);
});
