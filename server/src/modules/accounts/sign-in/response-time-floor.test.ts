import { expect, test } from 'vitest';
import { quantiseResponseTime } from './response-time-floor.ts';

/** When an answer leaves that took so many milliseconds of work. */
async function leavesAfter(milliseconds: number, fails = false): Promise<number> {
  let clock = 1000;
  const work = async () => {
    clock += milliseconds;
    if (fails) throw new Error('refused');
  };
  const wait = async (time: number) => {
    clock += time;
  };
  await quantiseResponseTime(250, work, { now: () => clock, wait }).catch(() => {});
  return clock - 1000;
}

test.each([
  [0, 250],
  [3, 250],
  [180, 250],
  [251, 500],
])('an answer of %i ms leaves after %i ms, also where it refuses', async (milliseconds, leaves) => {
  expect(await leavesAfter(milliseconds)).toBe(leaves);
  expect(await leavesAfter(milliseconds, true)).toBe(leaves);
});
