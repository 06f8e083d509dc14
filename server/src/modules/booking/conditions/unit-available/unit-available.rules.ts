import type { Message } from '../../../../platform/i18n/translate.ts';
import { withoutStop } from '../../../../shared/text/wording.rules.ts';
import type { ConditionRule, RequestFacts } from '../condition.rules.ts';
import { type BusyTime, inTheWay, isPeoples, type UnitFacts } from './unit-facts.rules.ts';

export const unitAvailable: ConditionRule<'unit_available', RequestFacts & UnitFacts> = {
  condition: 'unit_available',
  description: 'The unit is still offered, and no maintenance, closure, training or outage takes it at that time.',
  check(facts) {
    if (facts.units.length === 0) {
      return {
        passed: false,
        message: { key: 'booking.unitAvailable.withdrawn' },
        remedy: { key: 'booking.unitAvailable.remedyWithdrawn' },
      };
    }
    const blocks = facts.units.map((unit) => inTheWay(facts, unit).find((busy) => !isPeoples(busy)));
    const [block] = blocks;
    if (!block || !blocks.every(Boolean)) return { passed: true, message: { key: 'booking.unitAvailable.met' } };
    return { passed: false, message: sayBlock(block), remedy: { key: 'booking.unitAvailable.remedy' } };
  },
};

const blockKeys = {
  booking: 'booking.unitAvailable.closure',
  hold: 'booking.unitAvailable.closure',
  offer: 'booking.unitAvailable.closure',
  maintenance: 'booking.unitAvailable.maintenance',
  closure: 'booking.unitAvailable.closure',
  training: 'booking.unitAvailable.training',
  outage: 'booking.unitAvailable.outage',
} as const;

const sayBlock = ({ kind, note }: BusyTime): Message => ({
  key: blockKeys[kind],
  parameters: { hasNote: note ? 'yes' : 'no', note: withoutStop(note ?? '') },
});
