import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { exceptionKinds } from './opening.enums.ts';

const OpeningRuleSchema = defineEntity({
  name: 'OpeningRule',
  properties: {
    id: p.uuid().primary(),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').index(),
    /** Set where one machine keeps other hours than its centre; its rules then replace the centre's. */
    equipment: () => p.manyToOne(Equipment).nullable().updateRule('cascade').deleteRule('cascade').index(),
    /** ISO weekday, 1 Monday to 7 Sunday. */
    weekday: p.smallint(),
    /** Local wall-clock time of the centre, HH:MM. */
    opens: p.time(),
    /** Local wall-clock time, later than `opens` on the same day; 24:00 is midnight. */
    closes: p.time(),
  },
  checks: [
    { name: 'opening_rule_weekday_check', expression: 'weekday >= 1 and weekday <= 7' },
    { name: 'opening_rule_order_check', expression: 'opens < closes' },
  ],
});
export class OpeningRule extends OpeningRuleSchema.class {}
OpeningRuleSchema.setClass(OpeningRule);

const OpeningExceptionSchema = defineEntity({
  name: 'OpeningException',
  properties: {
    id: p.uuid().primary(),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').index(),
    equipment: () => p.manyToOne(Equipment).nullable().updateRule('cascade').deleteRule('cascade').index(),
    kind: p.enum(exceptionKinds),
    /** First and last local day, both inside. */
    startsOn: p.date(),
    endsOn: p.date(),
    opens: p.time().nullable(),
    closes: p.time().nullable(),
    /** Comes back every year on the same days. */
    yearly: p.boolean().default(false),
    /** What people are told, by BCP 47 tag. */
    messages: p.json<Record<string, string>>().defaultRaw("'{}'"),
  },
  checks: [
    { name: 'opening_exception_order_check', expression: 'starts_on <= ends_on' },
    {
      name: 'opening_exception_hours_check',
      expression:
        "(kind = 'closed' and opens is null and closes is null) or (kind = 'special_hours' and opens < closes)",
    },
  ],
});
export class OpeningException extends OpeningExceptionSchema.class {}
OpeningExceptionSchema.setClass(OpeningException);
