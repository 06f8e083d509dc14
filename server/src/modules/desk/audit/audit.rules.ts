import type { AuditValues } from '../../../platform/events/audit/audit-values.rules.ts';

/** A value that an act changed; null where there was or is none. */
export interface AuditChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const written = (values: AuditValues, name: string): string | null => {
  const value = values[name] ?? null;
  return value === null ? null : String(value);
};

/** What changed, by name, in the order in which it was kept; what stayed as it was is left out. */
export function changesOf(before: AuditValues, after: AuditValues): AuditChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((name) => ({ name, before: written(before, name), after: written(after, name) }))
    .filter((change) => change.before !== change.after);
}
