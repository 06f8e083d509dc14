import { GraphQLScalarType } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

/** A calendar day; stored and sent as the text YYYY-MM-DD. */
export const LocalDateScalar = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  description: 'A calendar day without time or zone, YYYY-MM-DD.',
});
