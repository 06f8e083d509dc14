/** How names of cities end, and how they end where Lithuanian says that something is there; the longer ending first. */
const endings: readonly (readonly [string, string])[] = [
  ['iai', 'iuose'],
  ['ai', 'uose'],
  ['ius', 'iuje'],
  ['us', 'uje'],
  ['as', 'e'],
  ['is', 'yje'],
  ['ys', 'yje'],
  ['ė', 'ėje'],
  ['a', 'oje'],
  ['ės', 'ėse'],
  ['os', 'ose'],
];

/** `Vilniuje` of `Vilnius`; nothing of a name of several words or one that does not bend. */
export function inCity(name: string): string | undefined {
  if (!/^\p{L}+$/u.test(name)) return undefined;
  const ending = endings.find(([end]) => name.endsWith(end));
  return ending && name.slice(0, -ending[0].length) + ending[1];
}
