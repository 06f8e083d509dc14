import { encode } from 'uqr';

/** A QR code as the path of its dark squares, each of size 1, with the number of squares along a side. */
export function squaresOf(text: string): { path: string; side: number } {
  const { data, size } = encode(text, { border: 2 });
  const runs = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: runs.join(''), side: size };
}
