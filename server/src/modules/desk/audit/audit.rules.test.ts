import { expect, test } from 'vitest';
import { changesOf } from './audit.rules.ts';

test.each([
  [{}, {}, []],
  [{ role: 'staff' }, { role: 'member' }, [{ name: 'role', before: 'staff', after: 'member' }]],
  [{}, { reason: 'late' }, [{ name: 'reason', before: null, after: 'late' }]],
  [{ note: 'x' }, {}, [{ name: 'note', before: 'x', after: null }]],
  [{ same: '1', minutes: '30' }, { same: '1', minutes: '60' }, [{ name: 'minutes', before: '30', after: '60' }]],
])('from %j to %j', (before, after, changes) => {
  expect(changesOf(before, after)).toEqual(changes);
});
