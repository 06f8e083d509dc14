import { box, disc, ground, line, path, times } from './strokes.rules.ts';

/** How many windows a centre's front has, and what stands over its door. */
interface Facade {
  readonly roof: string;
  readonly rows: number;
  readonly columns: number;
  /** One of them hangs over the door. */
  readonly signs: readonly string[];
}

const left = 14;
const width = 68;
const top = 26;

const saws = times(4, (each) => path('f', `M${left + each * 17} ${top}v-13l17 13z`));
const flat = box('f', left - 3, top - 5, width + 6, 5, 1);
const gable = path('f', `M${left - 4} ${top}L48 7l${width / 2 + 4} ${top - 7}z`);
const dome = path('f', `M${left + 8} ${top}a26 20 0 0 1 52 0z`) + line(48, 6, 48, 1);
const stack = flat + box('p', 66, 6, 8, 15, 0.5) + path('t', 'M70 4q4 -4 8 -1t7 -2');
const hall = path('f', `M${left - 4} ${top}v-6q38 -16 76 0v6z`);
const tower = gable + box('p', 60, 2, 12, 16, 0.5) + path('m', 'M58 3l8 -6 8 6z');
const terrace =
  flat +
  line(20, 21, 20, 12) +
  line(76, 21, 76, 12) +
  path('t', 'M20 12q14 8 28 0t28 0') +
  times(5, (each) => disc('m', 25 + each * 11.5, 15.5, 1.5));

const gear =
  disc('m', 48, 41, 5) +
  disc('p', 48, 41, 1.8) +
  path(
    't',
    'M48 34v-2m0 18v-2m7 -7h2m-18 0h2m12 -5l1.500 -1.500m-13 13l1.500 -1.500m10 0l1.500 1.500m-13 -13l1.500 1.500',
  );
const bulb = path('m', 'M48 34a6 6 0 0 1 3.500 10.500v3h-7v-3a6 6 0 0 1 3.500 -10.500z');
const star = path(
  'm',
  'M48 34l2 5 5.500 .3 -4.300 3.500 1.500 5.200 -4.700 -3 -4.700 3 1.500 -5.200 -4.300 -3.500 5.500 -.3z',
);
const hands = path('m', 'M42 40h12v8h-12z') + path('t', 'M42 44h12m-6 -4v8');
const heart = path('m', 'M48 49q-9 -6 -7 -11 3 -4 7 1 4 -5 7 -1 2 5 -7 11z');
const prism = path('m', 'M48 34l7 12h-14z') + path('t', 'M36 42l6 -1m13 0l6 -3m-6 4l6 2');
const chip = box('m', 43, 36, 10, 10, 1) + path('t', 'M40 39h3m-3 4h3m10 -4h3m-3 4h3m-11 -10v3m5 -3v3m-5 7v3m5 -3v3');
const sprout = path('m', 'M48 48v-8q-7 0 -7 -6 7 0 7 6 0 -8 8 -8 0 8 -8 8');
const note = path('m', 'M45 47a3 2.500 0 1 1 -1 -2.500v-9l9 -2v9a3 2.500 0 1 1 -2 -.3v-5l-5 1z');
const net =
  disc('m', 48, 36, 2.2) + disc('m', 42, 46, 2.2) + disc('m', 54, 46, 2.2) + path('t', 'M48 38l-5 7m6 -7l4 7m-9 2h8');
const key = disc('m', 44, 41, 4) + path('m', 'M47 40h9v5h-2v-2h-2v2h-2v-2h-3z');

const hammer = path('m', 'M41 35h11l3 3v3h-14z') + path('t', 'M46 41v8');
const brush = path('m', 'M46 41h4l1 8q-3 2 -6 0z') + path('t', 'M48 41v-8');

const facades: Readonly<Record<string, Facade>> = {
  makerspace: { roof: saws, rows: 2, columns: 5, signs: [gear, hammer, hands] },
  fab_lab: { roof: stack, rows: 2, columns: 4, signs: [chip, gear, prism] },
  hackerspace: { roof: flat, rows: 3, columns: 4, signs: [net, key, chip] },
  arts_incubator: { roof: tower, rows: 2, columns: 5, signs: [sprout, brush, star] },
  steam_centre: { roof: dome, rows: 2, columns: 4, signs: [prism, bulb, chip] },
  startup_incubator: { roof: flat, rows: 3, columns: 5, signs: [sprout, bulb, net] },
  innovation_centre: { roof: flat, rows: 3, columns: 6, signs: [bulb, net, prism] },
  creative_hub: { roof: terrace, rows: 2, columns: 4, signs: [star, brush, hands] },
  cultural_centre: { roof: hall, rows: 2, columns: 5, signs: [note, star, brush] },
  community_centre: { roof: gable, rows: 2, columns: 4, signs: [heart, hands, sprout] },
  citizen_lab: { roof: gable, rows: 2, columns: 5, signs: [key, heart, hammer] },
};
const plain: Facade = { roof: gable, rows: 2, columns: 4, signs: [hands] };

/** The models of centre that have a front of their own. */
export const knownFacades = Object.keys(facades);

/** The front of a centre; light in its windows where it is open. Which of them are dark, and the sign, are varied by `turn`. */
export function facade(model: string, lit: boolean, turn: number): string {
  const { roof, rows, columns, signs } = facades[model] ?? plain;
  const pane = { across: (width - 8) / columns, down: 11 };
  const windows = times(rows * columns, (index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [x, y] = [left + 5 + column * pane.across, top + 4 + row * pane.down];
    const wide = pane.across - 4;
    // The sign, and the door below it, with their outlines.
    const [from, to] = y < 51 ? [36, 60] : [41, 55];
    if (x < to && x + wide > from) return '';
    return box(lit && (index * 7 + turn) % 4 !== 0 ? 'g' : 'p', x, y, wide, 7, 0.5);
  });
  return (
    roof +
    box('p', left, top, width, ground - top, 0.5) +
    windows +
    box('p', 38, 32, 20, 18, 1) +
    (signs[turn % signs.length] ?? '') +
    box('f', 43, 52, 10, 10, 0.5) +
    disc('k', 51, 57, 0.8)
  );
}
