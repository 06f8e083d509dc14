import { expect, test } from 'vitest';
import { firstGoesAhead, sharedSearch } from './together.ts';

/** Work that ends when it is told to. */
function held<Value>() {
  const begun: ReturnType<typeof Promise.withResolvers<Value>>[] = [];
  const work = () => {
    const next = Promise.withResolvers<Value>();
    begun.push(next);
    return next.promise;
  };
  return { begun, work };
}

test('those who ask during a search share one that begins after they asked', async () => {
  const search = sharedSearch<string>();
  const { begun, work } = held<string>();
  const asked = [search('a', work), search('a', work), search('a', work), search('b', work)];
  expect(begun).toHaveLength(2);
  begun[0]?.resolve('first');
  begun[1]?.resolve('other');
  expect([await asked[0], await asked[3]]).toEqual(['first', 'other']);
  expect(begun).toHaveLength(3);
  begun[2]?.resolve('second');
  expect(await Promise.all(asked)).toEqual(['first', 'second', 'second', 'other']);
  const again = search('a', work);
  begun[3]?.resolve('third');
  expect(await again).toBe('third');
});

test('a search that fails is not the failure of those who asked later', async () => {
  const search = sharedSearch<string>();
  const { begun, work } = held<string>();
  const [first, second] = [search('a', work), search('a', work)];
  begun[0]?.reject(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  begun[1]?.resolve('found');
  expect(await second).toBe('found');
});

test('the first goes ahead, the others follow together, whatever came of it', async () => {
  const goAhead = firstGoesAhead();
  const { begun, work } = held<number>();
  const asked = [1, 2, 3].map(() => goAhead('slot', work));
  expect(begun).toHaveLength(1);
  begun[0]?.reject(new Error('gone'));
  await expect(asked[0]).rejects.toThrow('gone');
  await Promise.resolve();
  expect(begun).toHaveLength(3);
  begun[1]?.resolve(2);
  begun[2]?.resolve(3);
  expect(await Promise.all(asked.slice(1))).toEqual([2, 3]);
});
