import { box, disc, ground, line, path, times } from './strokes.rules.ts';

/** The parts of which machines, benches and rooms are put together; each says where it stands. */

/** A table: its top at `y`, legs down to the ground. */
export const bench = (x = 10, width = 76, y = 48): string =>
  box('f', x, y, width, 4, 1) + line(x + 5, y + 4, x + 5, ground) + line(x + width - 5, y + 4, x + width - 5, ground);

/** What stands on a table. */
export const onBench = (drawn: string): string => bench() + drawn;

/** A sheet of material, seen from its edge. */
export const sheetOn = (x: number, y: number, width: number): string => box('p', x, y, width, 3, 0.5);

/** A closed body on the ground, with feet. */
export const cabinet = (x: number, y: number, width: number): string =>
  line(x + 4, ground - 2, x + 4, ground) +
  line(x + width - 4, ground - 2, x + width - 4, ground) +
  box('f', x, y, width, ground - 2 - y, 2.5);

/** Posts with a beam across and a head that travels along it; `along` from 0 to 1. */
export const gantry = (x: number, y: number, width: number, height: number, along = 0.5): string => {
  const head = x + 4 + (width - 14) * along;
  return (
    line(x, y, x, y + height) +
    line(x + width, y, x + width, y + height) +
    box('p', x - 2, y, width + 4, 4, 1) +
    box('m', head, y - 2, 8, 10, 1) +
    path('k', `M${head + 2.5} ${y + 8}h3l-1.5 3z`)
  );
};

/** A screen on its foot; what it shows are lines. */
export const screen = (x: number, y: number, width = 30, height = 20): string =>
  path('l', `M${x + width / 2} ${y + height}v5m-6 0h12`) +
  box('p', x, y, width, height, 2) +
  box('f', x + 3, y + 3, width - 6, height - 6, 1) +
  line(x + 6, y + 7, x + width / 2, y + 7, 't') +
  line(x + 6, y + 10.5, x + width - 7, y + 10.5, 't');

/** A wheel with a hub and spokes. */
export const wheel = (x: number, y: number, radius: number, spokes = 6): string =>
  disc('p', x, y, radius) +
  times(spokes, (index) => {
    const angle = (index / spokes) * Math.PI * 2;
    return line(x, y, x + Math.cos(angle) * radius, y + Math.sin(angle) * radius, 't');
  }) +
  disc('m', x, y, Math.max(1.6, radius / 4));

/** A roll from which a sheet hangs. */
export const roll = (x: number, y: number, width: number, hanging: number): string =>
  box('p', x + 3, y + 4, width - 6, hanging, 0.5) + box('f', x, y, width, 8, 4) + disc('k', x + width - 4, y + 4, 1.4);

/** A blade with teeth. */
export const blade = (x: number, y: number, radius: number): string => {
  const teeth = 16;
  const points = Array.from({ length: teeth * 2 }, (_, index) => {
    const angle = (index / (teeth * 2)) * Math.PI * 2;
    const reach = index % 2 === 0 ? radius : radius * 0.86;
    return `${(x + Math.cos(angle) * reach).toFixed(1)} ${(y + Math.sin(angle) * reach).toFixed(1)}`;
  });
  return path('p', `M${points.join('L')}z`) + disc('m', x, y, radius / 4);
};

/** A door with a window behind which something glows. */
export const glowingDoor = (x: number, y: number, width: number, height: number): string =>
  box('p', x, y, width, height, 2) +
  disc('m', x + width / 2, y + height / 2, Math.min(width, height) / 4.4) +
  line(x + width - 4, y + height / 2 - 5, x + width - 4, y + height / 2 + 5);

/** A hood with its duct, over what gives off fumes. */
export const hood = (x: number, y: number, width: number): string =>
  box('p', x + width / 2 - 4, 4, 8, y - 4, 0.5) + path('f', `M${x} ${y + 9}L${x + 7} ${y}h${width - 14}l7 9z`);

/** A lamp on an arm, with the light that falls from it. */
export const lamp = (x: number, y: number): string =>
  path('l', `M${x} ${y + 26}v-16l8 -8`) +
  path('m', `M${x + 4} ${y + 4}l7 -6 5 7 -8 5z`) +
  path('l', `M${x - 4} ${y + 26}h8`);

/** A screw press: frame, screw and plate. */
export const press = (x: number, y: number, width: number): string =>
  path(
    'f',
    `M${x} ${ground}v${y - ground}h${width}v${ground - y}h-7v${y - ground + 9}h-${width - 14}v${ground - y - 9}z`,
  ) +
  line(x + width / 2, y - 8, x + width / 2, ground - 20) +
  line(x + width / 2 - 11, y - 8, x + width / 2 + 11, y - 8) +
  box('m', x + 11, ground - 20, width - 22, 5, 1);

/** A motor that stands upright over a bed, as drills and mills do. */
export const column = (x: number, y: number): string =>
  box('f', x + 14, y + 4, 6, ground - y - 8, 1) +
  box('p', x - 2, y, 24, 14, 3) +
  box('m', x + 1, y + 14, 6, 8, 1) +
  line(x + 4, y + 22, x + 4, y + 29) +
  box('f', x - 8, ground - 6, 34, 6, 1);

/** A chair seen from the side. */
export const chair = (x: number): string => path('l', `M${x} ${ground - 26}v26m0 -13h11v13`);

/** A flask, half full. */
export const flask = (x: number, y: number): string =>
  path('p', `M${x - 3} ${y}h6v7l6 10q1 3 -3 3h-12q-4 0 -3 -3l6 -10z`) +
  path('m', `M${x - 6} ${y + 12}h12l3 5q1 3 -3 3h-12q-4 0 -3 -3z`) +
  line(x - 4.5, y, x + 4.5, y);

/** The front of a room: walls and a roof with a slope, open to look into. */
export const room = (x: number, y: number, width: number, pitch = 12): string =>
  path('f', `M${x} ${ground}v${y - ground}l${width / 2} -${pitch} ${width / 2} ${pitch}v${ground - y}z`) +
  path('l', `M${x - 5} ${y + 3}l${width / 2 + 5} -${pitch + 3} ${width / 2 + 5} ${pitch + 3}`);

/** People as they stand round something. */
export const person = (x: number, y = 40): string =>
  disc('p', x, y, 4) + path('m', `M${x - 6} ${ground}v-9q0 -6 6 -6t6 6v9z`);
