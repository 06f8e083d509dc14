/** Rows of a list that changes while it is looked at. */
export interface LiveRows<Row> {
  /** In their order. */
  readonly shown: readonly Row[];
  /** New ones that wait, as showing them would move what somebody is at. */
  readonly waiting: readonly Row[];
}

interface Row {
  readonly id: string;
}

/** How a list takes in what it hears. */
export interface ListRules<R extends Row> {
  /** Whether a row that is not there yet is to appear. */
  readonly belongs: (row: R) => boolean;
  readonly compare: (one: R, other: R) => number;
}

export const rowsOf = <R extends Row>(shown: readonly R[]): LiveRows<R> => ({ shown, waiting: [] });

/**
 * Takes in a row as it is now. One that is shown changes where it stands and stays, also when it no longer belongs, so
 * that whoever looks at it learns what became of it. Unless `mayMove`, nothing is added and nothing changes its place.
 */
export function hear<R extends Row>(
  { shown, waiting }: LiveRows<R>,
  row: R,
  { belongs, compare }: ListRules<R>,
  mayMove: boolean,
): LiveRows<R> {
  const isSame = ({ id }: Row) => id === row.id;
  const replaced = (rows: readonly R[]) => rows.map((each) => (isSame(each) ? row : each));
  if (shown.some(isSame)) {
    return { shown: mayMove ? replaced(shown).sort(compare) : replaced(shown), waiting };
  }
  if (!belongs(row)) return { shown, waiting: waiting.filter((each) => !isSame(each)) };
  if (waiting.some(isSame)) return { shown, waiting: replaced(waiting) };
  return mayMove ? { shown: [...shown, row].sort(compare), waiting } : { shown, waiting: [...waiting, row] };
}

/** Shows what waited. */
export const reveal = <R extends Row>({ shown, waiting }: LiveRows<R>, { compare }: ListRules<R>): LiveRows<R> =>
  rowsOf([...shown, ...waiting].sort(compare));
