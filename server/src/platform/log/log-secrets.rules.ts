const hidden = '[hidden]';

/** Fields whose text lets somebody in. */
const secretFields = [
  ...['password', 'newPassword', 'currentPassword', 'secret', 'clientSecret', 'client_secret'],
  ...['token', 'accessToken', 'refreshToken', 'idToken', 'access_token', 'refresh_token', 'id_token'],
  ...['cookie', 'set-cookie', 'authorization', 'apiKey', 'api_key', 'x-api-key'],
];

/** How many objects or lists may lie around such a field. */
const deepest = 4;

/** What pino leaves out, by `redact`: the fields above, wherever they stand. */
export const redaction = {
  paths: secretFields.flatMap((field) =>
    Array.from({ length: deepest + 1 }, (_, depth) => `${Array(depth).fill('*').join('.')}["${field}"]`),
  ),
  censor: hidden,
};

/**
 * What opens something within a text, in this order: `postgres://talka:secret@host`; one-time secrets in addresses, but
 * for the links that are logged on purpose where no e-mails are sent; `Authorization: Bearer …`.
 */
const secretText =
  /(:\/\/[^\s:@/"\\]*:)[^\s@/"\\]+(?=@)|(?<!"link":"[^"]*)([?&](?:token|code|state|id_token|access_token)=)[^&"\\\s#]+|\b((?:Bearer|Basic) )[\w.~+/=-]{8,}/g;

/** A line of the log with everything left out that would let its reader in somewhere. */
export const withoutSecrets = (line: string): string =>
  line.replace(secretText, (_, authority, parameter, scheme) => `${authority ?? parameter ?? scheme}${hidden}`);
