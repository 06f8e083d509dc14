import type { ImportProblem } from '../import-problem.rules.ts';

/** Columns without which a row is no centre. */
export const requiredColumns = ['key', 'name', 'kind', 'city', 'country'] as const;

/**
 * Columns a list may have. One that is missing leaves what the platform knows as it is; an empty cell
 * erases it. `equipment` holds the source's words for people to read and is not imported.
 */
export const optionalColumns = [
  'zone',
  'currency',
  'address',
  'latitude',
  'longitude',
  'precision',
  'languages',
  'access',
  'membership',
  'membership_benefits',
  'house_rules',
  'membership_language',
  'contact_email',
  'contact_phone',
  'contact_answers',
  'floor_area',
  'founded',
  'staff',
  'legal_form',
  'owner',
  'funding',
  'governance',
  'website',
  'summary',
  'summary_language',
  'equipment',
  'source',
  'verified_on',
] as const;

export type CentreColumn = (typeof requiredColumns)[number] | (typeof optionalColumns)[number];

/** Every column name, for a message that lists them. */
export const knownColumns: readonly string[] = [...requiredColumns, ...optionalColumns];

/** Where each known column stands in a header, and what is wrong with the header. */
export function readColumns(header: readonly string[]): {
  positions: ReadonlyMap<CentreColumn, number>;
  problems: ImportProblem[];
} {
  const positions = new Map<CentreColumn, number>();
  const problems: ImportProblem[] = [];
  const refuse = (column: string, problem: string) => problems.push({ line: 1, column, problem, value: null });
  for (const [position, written] of header.entries()) {
    const name = written.toLowerCase().replace(/[\s-]+/g, '_');
    if (name === '') refuse(`number ${position + 1}`, 'This column has no name.');
    else if (!isColumn(name)) refuse(written, 'This column is not known.');
    else if (positions.has(name)) refuse(written, 'This column stands here twice. Keep one of the two.');
    else positions.set(name, position);
  }
  for (const name of requiredColumns) {
    if (!positions.has(name)) refuse(name, 'This column is missing and every centre needs it.');
  }
  for (const [one, other] of [
    ['latitude', 'longitude'],
    ['longitude', 'latitude'],
  ] as const) {
    if (positions.has(one) && !positions.has(other)) refuse(other, `This column is missing, but there is a ${one}.`);
  }
  return { positions, problems };
}

function isColumn(name: string): name is CentreColumn {
  return knownColumns.includes(name);
}
