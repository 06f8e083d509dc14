/** Something the list can be narrowed to, and how many centres that would leave. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly count: number;
}

/** The choices that leave a centre, and the one that is made already even where it leaves none. */
export function choicesOf<Value extends string>(
  found: readonly Choice<Value>[],
  all: readonly Omit<Choice<Value>, 'count'>[],
  chosen: string,
): Choice<Value>[] {
  const left = found.filter(({ count }) => count > 0);
  const kept = left.some(({ value }) => value === chosen) ? undefined : all.find(({ value }) => value === chosen);
  return kept ? [...left, { ...kept, count: 0 }] : left;
}
