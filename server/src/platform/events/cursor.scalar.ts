import { GraphQLScalarType, Kind } from 'graphql';
import { DomainError } from '../../shared/errors.ts';
import { decodeCursor } from './cursor.rules.ts';

function parse(value: unknown): string {
  if (typeof value !== 'string' || !decodeCursor(value)) throw new DomainError('CURSOR_INVALID');
  return value;
}

/** An opaque place in the stream of events. */
export const CursorScalar = new GraphQLScalarType({
  name: 'Cursor',
  description: 'An opaque place in a stream of events; send the last one seen to resume after it.',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
