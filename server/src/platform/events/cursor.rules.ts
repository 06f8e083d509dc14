/** A place in the event log: the writing transaction and the row, both decimal. */
export interface LogPosition {
  readonly xid: bigint;
  readonly id: bigint;
}

/** The opaque text of a position. */
export const encodeCursor = (position: LogPosition): string =>
  `${position.xid.toString(36)}.${position.id.toString(36)}`;

/** The position of a cursor, or undefined where it was not one of ours. */
export function decodeCursor(cursor: string): LogPosition | undefined {
  const match = /^([0-9a-z]{1,13})\.([0-9a-z]{1,13})$/.exec(cursor);
  if (!match?.[1] || !match[2]) return undefined;
  const position = { xid: parseBase36(match[1]), id: parseBase36(match[2]) };
  return position.xid < 2n ** 64n && position.id < 2n ** 63n ? position : undefined;
}

const parseBase36 = (text: string): bigint =>
  [...text].reduce((value, digit) => value * 36n + BigInt(Number.parseInt(digit, 36)), 0n);

/** Which of two positions comes first, as a sort function. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}

/** The transaction below which everything had ended when this place was read: a row's own had ended as well. */
export const settledBelow = ({ xid, id }: LogPosition): bigint => (id > 0n ? xid + 1n : xid);
