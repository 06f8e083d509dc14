import { GraphQLEnumType, GraphQLSchema } from 'graphql';
import { type ErrorCode, errorCodes } from '../../shared/errors.ts';

const descriptions: Record<ErrorCode, string> = {
  BAD_INPUT: 'Something in the request cannot be used; `extensions.problems` names each field and what is wrong.',
  NOT_FOUND: 'It does not exist, or the actor may not know of it.',
  SIGN_IN_REQUIRED: 'Only signed-in people may do this.',
  EMAIL_NOT_VERIFIED: 'The person has not confirmed their e-mail address yet.',
  FORBIDDEN: 'The actor may see this but not do it.',
  CONFLICT: 'Somebody else changed the same thing at the same moment; the request may be repeated.',
  STALE_VERSION: 'The thing changed since the version that was read.',
  IDEMPOTENCY_KEY_REUSED: 'The key was used before for another request.',
  CURSOR_INVALID: 'The cursor is not one of this list or stream.',
  DOCUMENT_UNKNOWN: 'No trusted document has this id; the page that sent it may be older than the server.',
  DOCUMENT_TOO_LARGE: 'The document has more text or parts than is taken; `figure`, `value` and `limit` say what.',
  OPERATION_TOO_DEEP: 'Fields are nested deeper than is answered; `value` and `limit` say how deep.',
  OPERATION_TOO_WIDE:
    'More root fields, aliases or repetitions than are answered; `figure`, `value` and `limit` say what.',
  TOO_COSTLY: 'The operation could be more work than is done at once; `value` and `limit` say by how much.',
  TOO_MANY_REQUESTS: 'Asked too often; `retryAfter` says in how many seconds it may be asked again.',
  TRY_LATER:
    'It took longer than may be spent on it at the moment, or the asker has used up what is done for one asker at a time: then `retryAfter` says in how many seconds. The request may be repeated.',
  UNAVAILABLE: 'The database cannot be reached; the request may be repeated in a while.',
  INTERNAL: 'A fault of the server; `extensions.reference` stands in its log.',
};

/** The schema with every error code documented, although no field returns one. */
export function withErrorCodes(schema: GraphQLSchema): GraphQLSchema {
  const codes = new GraphQLEnumType({
    name: 'ErrorCode',
    description: 'Every code that `extensions.code` of an error may carry.',
    values: Object.fromEntries(errorCodes.map((code) => [code, { description: descriptions[code] }])),
  });
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, codes] });
}
