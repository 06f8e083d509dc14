import type { graphql } from './graphql.ts';

/** What those who work at a centre may do there. */
export type CentreAct = ReturnType<typeof graphql.scalar<'CentreAct'>>;
