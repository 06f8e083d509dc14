import { encode } from 'uqr';

/** A QR code as the path of its dark squares, each of size 1, with the number of squares along a side. */
export function squaresOf(text: string): { path: string; side: number } {
  const { data, size } = encode(text, { border: 2 });
  const runs = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: runs.join(''), side: size };
}

/** The code of a page's address for a printed sheet of it, without what else the address asks. */
export function codeOf({ origin, pathname }: URL): { squares: { path: string; side: number }; address: string } {
  const address = origin + pathname;
  return { squares: squaresOf(address), address };
}
