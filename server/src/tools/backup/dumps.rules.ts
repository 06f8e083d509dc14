const kept = 7;
const day = 86_400_000;
const pattern = /^talka-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** The file name of a backup made at a moment; names sort by time. */
export const dumpName = (now: Date): string =>
  `talka-${now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}.backup`;

/** Whether the newest dump among the names is a day old, or there is none. */
export function dumpIsDue(names: readonly string[], now: Date): boolean {
  const newest = newestDump(names)?.replace(pattern, '$1T$2:$3:$4Z');
  return newest === undefined || now.getTime() - Date.parse(newest) >= day;
}

/** The newest dump among the names, where there is one. */
export const newestDump = (names: readonly string[]): string | undefined => dumpsOf(names).at(-1);

/** The dumps beyond those that are kept, oldest first; other files stay. */
export const dumpsToDelete = (names: readonly string[]): string[] => dumpsOf(names).slice(0, -kept);

const dumpsOf = (names: readonly string[]): string[] => names.filter((name) => pattern.test(name)).sort();
