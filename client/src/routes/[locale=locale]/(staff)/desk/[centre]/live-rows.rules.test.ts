import { describe, expect, test } from 'vitest';
import { hear, type ListRules, type LiveRows, reveal, rowsOf } from './live-rows.rules.ts';

interface Row {
  readonly id: string;
  readonly at: number;
  readonly open: boolean;
}

const row = (id: string, at: number, open = true): Row => ({ id, at, open });
const rules: ListRules<Row> = { belongs: ({ open }) => open, compare: (one, other) => one.at - other.at };
const start = rowsOf([row('a', 1), row('c', 3)]);
const ids = ({ shown, waiting }: LiveRows<Row>) => [shown, waiting].map((rows) => rows.map(({ id }) => id).join(''));

describe('a list that changes', () => {
  test.each<[string, Row, boolean, [shown: string, waiting: string]]>([
    ['takes in a new row at its place', row('b', 2), true, ['abc', '']],
    ['lets a new row wait while somebody is at it', row('b', 2), false, ['ac', 'b']],
    ['leaves out what does not belong', row('b', 2, false), true, ['ac', '']],
    ['keeps what was decided', row('a', 1, false), true, ['ac', '']],
    ['puts what has moved at its new place', row('a', 4), true, ['ca', '']],
    ['changes what has moved where it stands while somebody is at it', row('a', 4), false, ['ac', '']],
  ])('%s', (_, news, mayMove, expected) => {
    const heard = hear(start, news, rules, mayMove);
    expect(ids(heard)).toEqual(expected);
    expect([...heard.shown, ...heard.waiting].find(({ id }) => id === news.id)).toEqual(
      expected.join('').includes(news.id) ? news : undefined,
    );
  });

  test('shows what waited as it is by then, without what no longer belongs', () => {
    let heard = hear(start, row('b', 2), rules, false);
    heard = hear(heard, row('d', 4), rules, false);
    heard = hear(heard, row('b', 5), rules, true);
    heard = hear(heard, row('d', 4, false), rules, true);
    expect(ids(heard)).toEqual(['ac', 'b']);
    expect(ids(reveal(heard, rules))).toEqual(['acb', '']);
  });

  test('has no row twice, whatever it hears', () => {
    let heard = start;
    for (const [index, id] of [...'bacbdacbdaabdc'].entries()) {
      heard = hear(heard, row(id, index % 5, index % 3 > 0), rules, index % 2 > 0);
      const all = ids(heard).join('');
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
