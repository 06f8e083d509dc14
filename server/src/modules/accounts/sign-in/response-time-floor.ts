import { setTimeout } from 'node:timers/promises';

/** Time as the machine tells it; tests bring their own. */
const machine = { now: () => performance.now(), wait: (milliseconds: number) => setTimeout(milliseconds) };

/**
 * Hands over what `work` answered only at whole multiples of `step` milliseconds since it began, so that a few
 * statements more or less do not show in the time of the answer.
 */
export async function quantiseResponseTime<Answer>(
  step: number,
  work: () => Promise<Answer>,
  { now, wait }: { now: () => number; wait: (milliseconds: number) => Promise<unknown> } = machine,
): Promise<Answer> {
  const began = now();
  try {
    return await work();
  } finally {
    await wait(step - ((now() - began) % step));
  }
}
