import { describe, expect, test } from 'vitest';
import { bookingOutcomes } from '../conditions/decision.rules.ts';
import { bookingStates, endingParties } from './booking.enums.ts';
import {
  type BookingCommand,
  firstState,
  standingStates,
  stateAfter,
  stateAfterMove,
} from './booking-lifecycle.rules.ts';

const commands: readonly BookingCommand[] = ['move', 'cancel', 'approve', 'decline'];

describe('the life of a booking', () => {
  test.each([
    ['requested', 'move', 'requested', ['holder', 'staff']],
    ['requested', 'cancel', 'cancelled', ['holder', 'staff']],
    ['requested', 'approve', 'confirmed', ['staff']],
    ['requested', 'decline', 'declined', ['staff', 'deadline']],
    ['confirmed', 'move', 'confirmed', ['holder', 'staff']],
    ['confirmed', 'cancel', 'cancelled', ['holder', 'staff']],
    ['confirmed', 'approve', undefined, []],
    ['confirmed', 'decline', undefined, []],
  ] as const)('%s, told to %s, becomes %s if told by %j', (state, command, next, by) => {
    for (const party of endingParties) {
      expect(stateAfter(state, command, [party])).toBe((by as readonly string[]).includes(party) ? next : undefined);
    }
  });

  test.each(['cancelled', 'declined'] as const)('ends for good when %s', (state) => {
    expect(commands.map((command) => stateAfter(state, command, endingParties))).toEqual(commands.map(() => undefined));
  });

  test('obeys nobody who is neither its holder nor staff', () => {
    for (const state of bookingStates) {
      for (const command of commands) expect(stateAfter(state, command, [])).toBeUndefined();
    }
  });

  test('begins in a state that keeps its time, whatever is not refused', () => {
    for (const outcome of bookingOutcomes) {
      if (outcome !== 'REFUSED') expect(standingStates).toContain(firstState[outcome]);
    }
  });

  test.each([
    ['confirmed', 'REQUEST', ['holder'], 'requested'],
    ['requested', 'REQUEST', ['holder'], 'requested'],
    ['requested', 'BOOK', ['holder'], 'confirmed'],
    ['confirmed', 'BOOK', ['holder'], 'confirmed'],
    ['confirmed', 'REQUEST', ['staff'], 'confirmed'],
    ['requested', 'BOOK', ['staff'], 'requested'],
    ['confirmed', 'REQUEST', ['holder', 'staff'], 'confirmed'],
  ] as const)('%s, moved to where it comes to %s by %j, is %s', (state, outcome, parties, next) => {
    expect(stateAfterMove(state, outcome, parties)).toBe(next);
  });
});
