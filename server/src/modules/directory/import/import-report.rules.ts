import { knownColumns } from './cells/centre-columns.rules.ts';
import { describeProblem, type ImportProblem } from './import-problem.rules.ts';

/** What an import did, or would do. */
export interface ImportReport {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  /** Names of the cities that the import brought. */
  readonly newCities: readonly string[];
}

/** The report as lines to print, the first being the sum. */
export function describeReport(file: string, report: ImportReport, dryRun: boolean): string[] {
  const sum = `${report.created} new, ${report.changed} changed, ${report.same} same`;
  const cities = report.newCities.length === 0 ? [] : [`New cities: ${report.newCities.join(', ')}.`];
  if (dryRun) return [`${file}: ${sum}. This was a dry run: nothing was written.`, ...cities];
  return [`${file}: ${sum}.`, ...cities];
}

/** Everything that is wrong with a file as lines to print. */
export function describeProblems(file: string, problems: readonly ImportProblem[]): string[] {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const header = problems.some(({ line, column }) => line === 1 && column !== null);
  return [
    `${file}: ${count}. Nothing was imported.`,
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    ...(header ? [`Columns that may stand in the file: ${knownColumns.join(', ')}.`] : []),
  ];
}
