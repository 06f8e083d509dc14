/** First line of every backup; the number changes when older programs could not read it any more. */
export const signature = 'talka backup 1';

/** Ends the rows of a table; the backslash cannot stand alone in a row. */
export const endOfRows = '\\.';

/** A table as it was when the backup was made. */
export interface TableShape {
  readonly name: string;
  /** In the order of the values in each row; computed columns are left out. */
  readonly columns: readonly string[];
}

/** A counter that gives out numbers. */
export interface SequenceState {
  readonly name: string;
  readonly last: string;
  /** Whether `last` was given out already. */
  readonly used: boolean;
}

/** Which database server it was, and which transaction it would have numbered next. */
export interface ServerState {
  readonly system: string;
  readonly transaction: string;
}

/** The second line: what follows. */
export interface BackupHeader {
  /** When the backup was made, ISO 8601. */
  readonly madeAt: string;
  readonly server: ServerState;
  /** Names of the migrations that the database had been through. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  readonly sequences: readonly SequenceState[];
}

/** The last line: what must have come before. */
export interface BackupFooter {
  /** Number of rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Of every byte before this line, before compression. */
  readonly sha256: string;
}

/** A name as SQL takes it, whatever it contains. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL takes it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const columnList = ({ columns }: TableShape): string => columns.map(quoted).join(', ');

/** The statement that writes rows of a table as text, one line a row. */
export const copyOutStatement = (table: TableShape, target: string, condition = 'true'): string =>
  `copy (select ${columnList(table)} from public.${quoted(table.name)} where ${condition}) to ${target} with (format text, encoding 'UTF8')`;

/** The statement that reads them again. */
export const copyInStatement = (table: TableShape, source: string): string =>
  `copy public.${quoted(table.name)} (${columnList(table)}) from ${source} with (format text, encoding 'UTF8')`;

/** Rows in a piece of text as COPY writes it: line ends within values are written in two signs. */
export function countRows(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}
