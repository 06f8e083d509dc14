import { describe, expect, test } from 'vitest';
import { bookingOutcomes } from '../conditions/decision.rules.ts';
import { bookingStates, endingParties } from './booking.enums.ts';
import {
  type BookingParty,
  bookingCommands,
  firstState,
  standingStates,
  stateAfter,
  stateAfterMove,
} from './booking-lifecycle.rules.ts';

const parties: readonly BookingParty[] = [...endingParties, 'host'];

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
    ['requested', 'check_in', undefined, []],
    ['requested', 'complete', undefined, []],
    ['requested', 'no_show', undefined, []],
    ['confirmed', 'check_in', 'checked_in', ['holder', 'host']],
    ['confirmed', 'check_out', undefined, []],
    ['confirmed', 'extend', 'confirmed', ['holder', 'host']],
    ['confirmed', 'no_show', 'no_show', ['host']],
    ['confirmed', 'complete', 'completed', ['deadline']],
    ['checked_in', 'check_in', undefined, []],
    ['checked_in', 'check_out', 'completed', ['holder', 'host']],
    ['checked_in', 'extend', 'checked_in', ['holder', 'host']],
    ['checked_in', 'no_show', undefined, []],
    ['checked_in', 'cancel', undefined, []],
    ['checked_in', 'move', undefined, []],
    ['checked_in', 'complete', 'completed', ['deadline']],
    ['completed', 'no_show', 'no_show', ['host']],
    ['completed', 'check_in', undefined, []],
    ['completed', 'extend', undefined, []],
  ] as const)('%s, told to %s, becomes %s if told by %j', (state, command, next, by) => {
    for (const party of parties) {
      expect(stateAfter(state, command, [party])).toBe((by as readonly string[]).includes(party) ? next : undefined);
    }
  });

  test.each(['cancelled', 'declined', 'no_show'] as const)('ends for good when %s', (state) => {
    expect(bookingCommands.map((command) => stateAfter(state, command, parties))).toEqual(
      bookingCommands.map(() => undefined),
    );
  });

  test('obeys nobody who is neither its holder nor staff', () => {
    for (const state of bookingStates) {
      for (const command of bookingCommands) expect(stateAfter(state, command, [])).toBeUndefined();
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
