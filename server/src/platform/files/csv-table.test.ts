import { describe, expect, it } from 'vitest';
import { readTable, TableError } from './csv-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const lines = (text: string) => readTable(bytes(text)).rows.map(({ line, cells }) => [line, ...cells]);

describe('a table read from a file', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['line ends of two characters', 'a,b\r\n1,2\r\n'],
    ['old line ends', 'a,b\r1,2\r'],
    ['spaces around the cells', 'a , b\n 1, 2 \n'],
  ])('may have %s', (_, text) => {
    expect(readTable(bytes(text))).toEqual({ header: ['a', 'b'], rows: [{ line: 2, cells: ['1', '2'] }] });
  });

  it('may be UTF-16 as spreadsheets save it', () => {
    const text = '\ufeffa,š\n1,2';
    const little = new Uint8Array(
      [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    expect(readTable(little).header).toEqual(['a', 'š']);
  });

  it('numbers the lines as an editor does, over quoted line ends and empty lines', () => {
    expect(lines('a,b\r\n\r\n1,"x\r\ny"\r\n4,5\r\n,\r\n6,7\r\n')).toEqual([
      [3, '1', 'x\ny'],
      [5, '4', '5'],
      [7, '6', '7'],
    ]);
  });

  it('does not take a separator inside a quoted heading for the one of the file', () => {
    expect(readTable(bytes('"a,b,c";d\n1;2')).header).toEqual(['a,b,c', 'd']);
  });

  it.each([
    ['', 1, /empty/],
    ['\n\n', 1, /empty/],
    ['a,b\n1,2\n3,"4\n5,6\n', 3, /never closed/],
    ['a,b\n1,x"y\n', 2, /inside a cell/],
  ])('is refused with the line where it is wrong: %j', (text, line, message) => {
    const refusal = catchError(() => readTable(bytes(text)));
    expect(refusal.line).toBe(line);
    expect(refusal.message).toMatch(message);
  });

  it('is refused where a line is in an old encoding', () => {
    const refusal = catchError(() => readTable(new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xf0, 0x0a])));
    expect(refusal.line).toBe(3);
    expect(refusal.message).toContain('CSV UTF-8');
  });
});

function catchError(action: () => unknown): TableError {
  try {
    action();
  } catch (error) {
    if (error instanceof TableError) return error;
    throw error;
  }
  throw new Error('no refusal');
}
