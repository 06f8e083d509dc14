import { Extensions } from 'type-graphql';

/**
 * Marks a query whose answers may be kept: it reads through readers of rows and knows nothing but its arguments,
 * the actor and the language.
 */
export const Reusable = (): MethodDecorator => Extensions({ reusable: true }) as MethodDecorator;
