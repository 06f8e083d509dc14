// Reads the message files, compiles them and writes the type of every key and its parameters.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** @typedef {import('@lingui/message-utils/compileMessage').CompiledMessage} CompiledMessage */
/** @typedef {{ area: string, locale: string, file: string }} MessageFile */

export const folder = new URL('../src/lib/i18n/messages/', import.meta.url);
const typesFile = new URL('../src/lib/i18n/message-keys.d.ts', import.meta.url);

/** @returns {MessageFile[]} */
export function messageFiles() {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, area, locale] = /^([a-z-]+)\.([a-z]{2})\.json$/.exec(file) ?? [];
      return area && locale ? [{ area, locale, file }] : [];
    });
}

/**
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function readMessages(file) {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}

/**
 * @param {string} file
 * @returns {Record<string, string | CompiledMessage>}
 */
export function compileFile(file) {
  return Object.fromEntries(
    Object.entries(readMessages(file)).map(([key, message]) => {
      try {
        return [key, compileMessageOrThrow(message)];
      } catch (problem) {
        throw new Error(`${file}, ${key}: ${problem instanceof Error ? problem.message : problem}`);
      }
    }),
  );
}

/**
 * The TypeScript type of every parameter of a compiled message.
 * @param {CompiledMessage} tokens
 * @param {Map<string, string>} found
 */
export function parameters(tokens, found = new Map()) {
  for (const token of tokens) {
    if (typeof token === 'string') continue;
    const [name, type, choices] = token;
    const counted = type === 'plural' || type === 'selectordinal' || type === 'number';
    if (counted) found.set(name, 'number');
    else if (!found.has(name)) found.set(name, type === 'date' || type === 'time' ? 'Date' : 'string | number');
    if (choices && typeof choices === 'object') {
      for (const choice of Object.values(choices)) if (Array.isArray(choice)) parameters(choice, found);
    }
  }
  return found;
}

/** Writes the types of all keys, from the files of the first language, and the names of their areas. */
export function writeTypes() {
  const files = messageFiles().filter(({ locale }) => locale === 'lt');
  const lines = files
    .flatMap(({ file }) => Object.entries(compileFile(file)))
    .map(([key, message]) => {
      const found = typeof message === 'string' ? new Map() : parameters(message);
      const fields = [...found].sort().map(([name, type]) => `${name}: ${type}`);
      return `  '${key}': ${fields.length ? `{ ${fields.join('; ')} }` : 'undefined'};`;
    });
  const areas = files.map(({ area }) => `'${area}'`).join(' | ');
  writeFileSync(
    typesFile,
    `// Written by scripts/messages.mjs from the message files.\nexport type Area = ${areas};\nexport interface Messages {\n${lines.join('\n')}\n}\n`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeTypes();
