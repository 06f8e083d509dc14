import type { BuildSchemaOptions } from 'type-graphql';

const refuse = (): never => {
  throw new Error('Subscriptions follow the event log; record() an event instead of publishing it.');
};

/** The builder insists on a publisher as soon as there is a subscription; ours follow the event log. */
export const noPubSub: NonNullable<BuildSchemaOptions['pubSub']> = { publish: refuse, subscribe: refuse };
