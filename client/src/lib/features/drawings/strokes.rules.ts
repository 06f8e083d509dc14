/**
 * What drawings are made of. A drawing is 96 wide and 72 high and stands on the ground at 62. Its classes: `f` filled in
 * the colour of the craft, `p` in paper, `k` in ink, `m` in the craft's strong colour, `g` glowing, `l` a line, `t` a thin one.
 */
type Fill = 'f' | 'p' | 'k' | 'm' | 'g' | 'l' | 't';

export const ground = 62;

const number = (value: number) => String(Math.round(value * 10) / 10);

/** A path, whose commands are written as SVG has them. */
export const path = (kind: Fill, d: string): string => `<path class="${kind}" d="${d}"/>`;

export const box = (kind: Fill, x: number, y: number, width: number, height: number, round = 1.5): string =>
  `<rect class="${kind}" x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${round}"/>`;

export const disc = (kind: Fill, x: number, y: number, radius: number): string =>
  `<circle class="${kind}" cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, kind: 'l' | 't' = 'l'): string =>
  path(kind, `M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}`);

/** The same thing a number of times, each told its place in the row. */
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A drawing moved to the right and down. */
export const at = (x: number, y: number, drawn: string): string => `<g transform="translate(${x} ${y})">${drawn}</g>`;
