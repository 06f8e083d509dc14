import { describe, expect, test } from 'vitest';
import { bookingOutcomes } from '../conditions/decision.rules.ts';
import { bookingStates } from './booking.enums.ts';
import { type BookingCommand, firstState, standingStates, stateAfter } from './booking-lifecycle.rules.ts';

describe('the life of a booking', () => {
  test.each([
    ['requested', 'move', 'requested'],
    ['requested', 'cancel', 'cancelled'],
    ['confirmed', 'move', 'confirmed'],
    ['confirmed', 'cancel', 'cancelled'],
    ['cancelled', 'move', undefined],
    ['cancelled', 'cancel', undefined],
  ] as const)('%s, told to %s, becomes %s', (state, command, next) => {
    expect(stateAfter(state, command, ['holder'])).toBe(next);
    expect(stateAfter(state, command, ['staff'])).toBe(next);
  });

  test('obeys nobody who is neither its holder nor staff', () => {
    const commands: BookingCommand[] = ['move', 'cancel'];
    for (const state of bookingStates) {
      for (const command of commands) expect(stateAfter(state, command, [])).toBeUndefined();
    }
  });

  test('begins in a state that keeps its time, whatever is not refused', () => {
    for (const outcome of bookingOutcomes) {
      if (outcome !== 'REFUSED') expect(standingStates).toContain(firstState[outcome]);
    }
  });
});
