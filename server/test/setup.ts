import 'reflect-metadata';
import { vi } from 'vitest';
import { defaultNow } from './clock.ts';

// Before each file: `Date` belongs to the tests and stands still until they set it, so that none can know the day.
// Timers are real, and so is `performance.now()`.
vi.useFakeTimers({ toFake: ['Date'], now: defaultNow });
