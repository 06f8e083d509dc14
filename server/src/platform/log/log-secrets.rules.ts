const hidden = '[hidden]';

/** Fields whose text lets somebody in, by their names, also inside longer ones such as `accessToken`. */
const secretField = /"([\w.-]*(?:password|token|secret|cookie|authorization|api_?key)[\w.-]*)":"(?:[^"\\]|\\.)*"/gi;
/** Lists of them, such as several `set-cookie`. */
const secretList = /"([\w.-]*(?:cookie|token|password)[\w.-]*)":\[[^\]]*\]/gi;
/** One-time secrets in addresses, but for the links that are logged on purpose where no mails are sent. */
const secretParameter = /(?<!"link":"[^"]*)([?&](?:token|code|state|id_token|access_token)=)[^&"\\\s#]+/gi;
/** `postgres://talka:secret@host`, `smtps://user:secret@host`. */
const secretInAuthority = /(:\/\/[^\s:@/"\\]*:)[^\s@/"\\]+@/g;
/** `Authorization: Bearer …` in a text. */
const bearer = /\b(Bearer|Basic) [\w.~+/=-]{8,}/g;

/** A line of the log, JSON, with everything left out that would let its reader in somewhere. */
export const withoutSecrets = (line: string): string =>
  line
    .replace(secretField, `"$1":"${hidden}"`)
    .replace(secretList, `"$1":"${hidden}"`)
    .replace(secretParameter, `$1${hidden}`)
    .replace(secretInAuthority, `$1${hidden}@`)
    .replace(bearer, `$1 ${hidden}`);
