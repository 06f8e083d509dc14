import { defineEntity, p } from '@mikro-orm/core';

/** How often somebody did something of late, counted by all processes together; the columns are those of rate-limiter-flexible. */
const RateLimitSchema = defineEntity({
  name: 'RateLimit',
  properties: {
    /** A digest of who, so that the table names nobody, and what. */
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    /** Epoch milliseconds. */
    expire: p.bigint().nullable(),
  },
});
export class RateLimit extends RateLimitSchema.class {}
RateLimitSchema.setClass(RateLimit);
