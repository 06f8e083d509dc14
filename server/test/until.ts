import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when something holds, however long a busy machine takes; a test that hangs ends by the limit of its lane. */
export async function until(holds: () => unknown): Promise<void> {
  while (!(await holds())) await pause(10);
}
