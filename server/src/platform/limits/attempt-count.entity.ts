import { defineEntity, p } from '@mikro-orm/core';

/** How often somebody did something of late, counted by all processes together. */
const AttemptCountSchema = defineEntity({
  name: 'AttemptCount',
  properties: {
    /** A digest of who, so that the table names nobody. */
    subject: p.uuid().primary(),
    deed: p.string().length(120).primary(),
    times: p.integer(),
    endsAt: p.datetime(),
  },
});
export class AttemptCount extends AttemptCountSchema.class {}
AttemptCountSchema.setClass(AttemptCount);
