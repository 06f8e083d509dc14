import { CsvError, parse } from 'csv-parse/sync';

/** A row with the line of the file on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Why a file is no table; the sentence is for the person who made the file. */
export class TableError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * Reads a CSV file as spreadsheets write it: UTF-8 or UTF-16, with or without a byte order mark, any line
 * ends, comma, semicolon or tab between cells, empty lines left out. Throws {@link TableError}.
 */
export function readTable(bytes: Uint8Array): Table {
  // The parser counts a line end of two characters inside quotes twice, and mixed ones confuse it.
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  const rows: TableRow[] = [];
  let end = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: string[], { lines }) => {
        const begins = end + 1;
        end = lines;
        if (cells.some((cell) => cell.trim() !== ''))
          rows.push({ line: begins, cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new TableError(end + 1, explain(error));
    throw error;
  }
  const [first, ...rest] = rows;
  if (!first) throw new TableError(1, 'The file is empty: its first line must name the columns.');
  return { header: first.cells, rows: rest };
}

/** Rows of one of our own data files as objects by column name. */
export function recordsOf({ header, rows }: Table): Record<string, string>[] {
  return rows.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function explain(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'A quotation mark opens on this line or below and is never closed. Close it, or write it twice ("") inside a quoted cell.';
  }
  return 'A quotation mark stands inside a cell. Quote the whole cell and write the mark inside it twice ("").';
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TableError(
      firstWrongLine(bytes),
      'This line is not written in UTF-8. Save the file again as "CSV UTF-8", so that letters such as š or ã stay whole.',
    );
  }
}

function firstWrongLine(bytes: Uint8Array): number {
  let line = 1;
  let begins = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(begins, at));
    } catch {
      return line;
    }
    begins = at + 1;
    line += 1;
  }
  return 1;
}

/** The separator that the first line uses most outside quotes; a comma where it has none. */
function delimiterOf(text: string): string {
  const unquoted = (text.split('\n').find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const [best] = [',', ';', '\t']
    .map((separator) => ({ separator, count: unquoted.split(separator).length }))
    .sort((a, b) => b.count - a.count);
  return best?.separator ?? ',';
}
