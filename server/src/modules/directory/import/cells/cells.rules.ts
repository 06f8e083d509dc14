import type { ImportProblem } from '../import-problem.rules.ts';
import type { CentreColumn } from './centre-columns.rules.ts';

/** A row of a file with the line on which it begins. */
export interface ImportRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A value of a row: undefined where the file has no such column, null where the cell is empty. */
export type Cell<T> = T | null | undefined;

/** Reads the cells of one row, noting what is wrong with them instead of throwing. */
export interface RowCells {
  /** The cell as written, '' where it is empty or absent. */
  raw(column: CentreColumn): string;
  has(column: CentreColumn): boolean;
  refuse(column: CentreColumn | null, problem: string): void;
  /** At most `longest` characters. */
  text(column: CentreColumn, longest: number): Cell<string>;
  /** A number from `least` to `most`; a decimal comma is as good as a point. */
  number(column: CentreColumn, least: number, most: number): Cell<number>;
  /** The same without a fraction. */
  whole(column: CentreColumn, least: number, most: number): Cell<number>;
  oneOf<T extends string>(column: CentreColumn, choices: readonly T[]): Cell<T>;
  /** Any reading of a cell that is there; `read` returns null for what cannot be used. */
  parsed<T>(column: CentreColumn, read: (text: string) => T | null, problem: string): Cell<T>;
}

/** The cells of a row by column; problems are added to `problems`. */
export function cellsOf(
  row: ImportRow,
  positions: ReadonlyMap<CentreColumn, number>,
  problems: ImportProblem[],
): RowCells {
  const raw = (column: CentreColumn) => row.cells[positions.get(column) ?? -1] ?? '';
  const refuse = (column: CentreColumn | null, problem: string) => {
    problems.push({ line: row.line, column, problem, value: column === null ? null : raw(column) });
  };
  const has = (column: CentreColumn) => positions.has(column);

  function parsed<T>(column: CentreColumn, read: (text: string) => T | null, problem: string): Cell<T> {
    if (!has(column)) return undefined;
    if (raw(column) === '') return null;
    const value = read(raw(column));
    if (value === null) refuse(column, problem);
    return value;
  }

  return {
    raw,
    has,
    refuse,
    parsed,
    text: (column, longest) =>
      parsed(
        column,
        (text) => ([...text].length <= longest ? text : null),
        `This text has ${[...raw(column)].length} characters; at most ${longest} fit.`,
      ),
    number: (column, least, most) =>
      parsed(column, (text) => within(numberOf(text), least, most), `This must be a number from ${least} to ${most}.`),
    whole: (column, least, most) =>
      parsed(
        column,
        (text) => within(/^\d+$/.test(text) ? Number(text) : null, least, most),
        `This must be a whole number from ${least} to ${most}.`,
      ),
    oneOf: (column, choices) =>
      parsed(
        column,
        (text) => choices.find((choice) => choice === text.toLowerCase()) ?? null,
        `This must be one of ${choices.join(', ')}.`,
      ),
  };
}

function numberOf(text: string): number | null {
  const written = text.replace(',', '.').replace('−', '-');
  return /^[+-]?\d+(\.\d+)?$/.test(written) ? Number(written) : null;
}

function within(value: number | null, least: number, most: number): number | null {
  return value !== null && value >= least && value <= most ? value : null;
}
