/** Positions on a map of the world one unit wide, x to the east and y to the south. */
export type Position = readonly [x: number, y: number];
export interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** The Mercator projection, as maps on the web use it. */
export function project({ latitude, longitude }: Place): Position {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function boxAround(positions: readonly Position[]): Box {
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  return { west: Math.min(...xs), north: Math.min(...ys), east: Math.max(...xs), south: Math.max(...ys) };
}

export const overlaps = (one: Box, other: Box): boolean =>
  one.west <= other.east && other.west <= one.east && one.north <= other.south && other.north <= one.south;

/** The part of a ring inside a box (Sutherland and Hodgman): cut along one side after the other. */
export function clip(ring: readonly Position[], { west, north, east, south }: Box): readonly Position[] {
  const sides = [
    [0, west, 1],
    [0, east, -1],
    [1, north, 1],
    [1, south, -1],
  ] as const;
  return sides.reduce<readonly Position[]>((rest, [axis, limit, sign]) => {
    const inside = (position: Position) => sign * (position[axis] - limit) >= 0;
    return rest.flatMap((position, index) => {
      const before = rest.at(index - 1) ?? position;
      if (inside(before) === inside(position)) return inside(position) ? [position] : [];
      const share = (limit - before[axis]) / (position[axis] - before[axis]);
      const [x, y] = [0, 1].map(
        (each) => before[each as 0 | 1] + share * (position[each as 0 | 1] - before[each as 0 | 1]),
      );
      const crossing = [x ?? 0, y ?? 0] as const;
      return inside(position) ? [crossing, position] : [crossing];
    });
  }, ring);
}

/** A line without the points that lie nearer to it than `tolerance` (Douglas and Peucker). */
export function simplify(line: readonly Position[], tolerance: number): readonly Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const [alongX, alongY] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(alongX, alongY);
  const off = ([x, y]: Position) =>
    length === 0
      ? Math.hypot(x - first[0], y - first[1])
      : Math.abs(alongX * (y - first[1]) - alongY * (x - first[0])) / length;
  let [farthest, distance] = [0, tolerance];
  for (const [index, position] of line.entries()) {
    const away = off(position);
    if (away > distance) [farthest, distance] = [index, away];
  }
  if (farthest === 0) return [first, last];
  return [
    ...simplify(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(farthest), tolerance),
  ];
}

/** A ring as the path of an SVG in whole units; empty where it is too small to be seen. */
export function pathOf(ring: readonly Position[]): string {
  const points = simplify([...ring, ...ring.slice(0, 1)], 1.5).map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const steps = points.slice(1, -1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [0, 0];
    return `${x - fromX} ${y - fromY}`;
  });
  return steps.length < 2 ? '' : `M${points[0]?.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

export interface Group {
  readonly at: Position;
  readonly of: readonly number[];
}

/** Positions by their order, those nearer than `radius` to the first of a group together, each group in its middle. */
export function groups(positions: readonly Position[], radius: number): readonly Group[] {
  const found: { first: Position; sum: [number, number]; of: number[] }[] = [];
  for (const [index, position] of positions.entries()) {
    const [x, y] = position;
    const group = found.find(({ first }) => Math.hypot(first[0] - x, first[1] - y) < radius);
    if (!group) found.push({ first: position, sum: [x, y], of: [index] });
    else {
      group.of.push(index);
      group.sum = [group.sum[0] + x, group.sum[1] + y];
    }
  }
  return found.map(({ sum: [x, y], of }) => ({ at: [x / of.length, y / of.length], of }));
}
