/** What is wrong with one cell, row or column of a file; the sentence is for the person who made it. */
export interface ImportProblem {
  /** Line of the file, the header being on line 1 as a rule. */
  readonly line: number;
  readonly column: string | null;
  readonly problem: string;
  /** What stands there; null where nothing does. */
  readonly value: string | null;
}

const shown = 60;

/** One problem as a sentence with its place: `line 4, column latitude: … It says "254.68".` */
export function describeProblem({ line, column, problem, value }: ImportProblem): string {
  const place = column === null ? `line ${line}` : `line ${line}, column ${column}`;
  if (value === null || value === '') return `${place}: ${problem}`;
  const visible = JSON.stringify(value.length > shown ? `${value.slice(0, shown)}…` : value);
  return `${place}: ${problem} It says ${visible}.`;
}
