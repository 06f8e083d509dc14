// Writes a compiled message as the source of a string or a function, so that no interpreter of messages is sent to the browser.

/** @typedef {import('@lingui/message-utils/compileMessage').CompiledMessage} CompiledMessage */

/**
 * Source of a message: a string, or `(values, words) => string` where `words` counts and chooses (`src/lib/i18n/words.ts`).
 * @param {string | CompiledMessage} message
 * @returns {string}
 */
export function messageCode(message) {
  if (typeof message === 'string') return JSON.stringify(message);
  if (message.every((token) => typeof token === 'string')) return JSON.stringify(message.join(''));
  return `(v,w)=>${sum(message)}`;
}

/**
 * @param {CompiledMessage} tokens
 * @param {string} [counted] the parameter that `#` stands for
 * @returns {string}
 */
function sum(tokens, counted) {
  const parts = tokens.map((token) => {
    if (typeof token !== 'string') return part(token);
    return token === '#' && counted ? `w.number(${counted})` : JSON.stringify(token);
  });
  return typeof tokens[0] === 'string' && tokens[0] !== '#' ? parts.join('+') : ['""', ...parts].join('+');
}

/** @param {Exclude<CompiledMessage[number], string>} token */
function part([name, type, choices]) {
  const value = `v[${JSON.stringify(name)}]`;
  if (!type) return value;
  if (type === 'number' && !choices) return `w.number(${value})`;
  const branches = Object.entries(typeof choices === 'object' && choices ? choices : {}).filter(
    ([, tokens]) => tokens !== undefined,
  );
  const known = (type === 'plural' || type === 'select') && branches.every(([choice]) => choice !== 'offset');
  if (!known) throw new Error(`{${name}, ${type}} with these options is not foreseen. Use plural, select or number.`);
  const codes = branches.map(([choice, tokens]) => {
    const code =
      typeof tokens === 'string' ? JSON.stringify(tokens) : sum(tokens, type === 'plural' ? value : undefined);
    return `${JSON.stringify(choice)}:${code}`;
  });
  return `w.${type}(${value},{${codes.join(',')}})`;
}
