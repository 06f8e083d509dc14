// Fails where languages differ in keys or parameters, where a message is not valid, or where no page uses it.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { messageFiles, parameters, readMessages } from './messages.mjs';

/** @type {string[]} */
const problems = [];
/** @type {Map<string, Map<string, { file: string, message: string }>>} */
const byKey = new Map();
const locales = [...new Set(messageFiles().map(({ locale }) => locale))];

for (const { area, locale, file } of messageFiles()) {
  for (const [key, message] of Object.entries(readMessages(file))) {
    if (!key.startsWith(`${area}.`)) problems.push(`${file}: "${key}" must begin with "${area}."`);
    const entry = byKey.get(key) ?? new Map();
    byKey.set(key, entry.set(locale, { file, message }));
  }
}

/** @param {string} key @param {string} message @param {string} file */
function shape(key, message, file) {
  try {
    return [...parameters(compileMessageOrThrow(message)).keys()].sort().join(', ');
  } catch (problem) {
    problems.push(`${file}: "${key}": ${problem instanceof Error ? problem.message : problem}`);
    return undefined;
  }
}

for (const [key, translations] of byKey) {
  const shapes = new Set();
  for (const locale of locales) {
    const translation = translations.get(locale);
    if (!translation) problems.push(`"${key}" is missing in ${locale}`);
    else if (translation.message.trim() === '') problems.push(`${translation.file}: "${key}" is empty`);
    else shapes.add(shape(key, translation.message, translation.file));
  }
  if (shapes.size > 1) problems.push(`"${key}" has other parameters in another language: ${[...shapes].join(' | ')}`);
}

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = globSync('**/*.{svelte,ts}', { cwd: source }).filter((file) => !file.endsWith('.d.ts'));
const text = files.map((file) => readFileSync(`${source}/${file}`, 'utf8')).join('\n');
/** Keys written whole, and beginnings of keys: a template such as `posts.kind.${kind}` stands for all that begin so. */
const named = [...text.matchAll(/['"`]([a-z-]+\.[\w.-]*)(['"`]|\$\{)/g)];
const whole = new Set(named.flatMap(([, word, end]) => (end === '${' ? [] : [word])));
const beginnings = [...new Set(named.flatMap(([, word = '', end]) => (end === '${' ? [word] : [])))];
for (const key of byKey.keys()) {
  if (!whole.has(key) && !beginnings.some((start) => key.startsWith(start))) problems.push(`"${key}" is used nowhere`);
}

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${byKey.size} messages in ${locales.join(', ')}: in order`);
process.exit(problems.length === 0 ? 0 : 1);
