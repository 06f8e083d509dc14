const quarter = 15 * 60_000;

/** The ends to which a booking may be extended, epoch milliseconds: every quarter of an hour, and the latest there is. */
export function longerEnds(endsAt: number, latest: number, most = 16): number[] {
  const ends: number[] = [];
  for (let end = (Math.floor(endsAt / quarter) + 1) * quarter; end < latest && ends.length < most - 1; end += quarter) {
    ends.push(end);
  }
  return latest > endsAt ? [...ends, latest] : ends;
}
