import { bench, blade, cabinet, sheetOn, wheel } from '../parts.rules.ts';
import { box, disc, ground, line, path } from '../strokes.rules.ts';

/** The machines of a joinery. */
export const woodMachines: Readonly<Record<string, string>> = {
  table_saw:
    cabinet(22, 38, 52) +
    box('p', 10, 34, 76, 5, 1) +
    path('p', 'M36 34a12 12 0 0 1 24 0z') +
    path('m', 'M46 34a2 2 0 0 1 4 0z') +
    line(74, 20, 74, 34) +
    path('t', 'M37 30l-2 -2m5 -3l-2 -3m6 0l-1 -3m5 2v-3m5 4l1 -3m4 6l2 -2m1 6l3 -1'),
  band_saw:
    box('f', 34, 6, 32, 18, 3) +
    disc('p', 50, 15, 6) +
    box('f', 58, 22, 8, 20, 1) +
    box('p', 24, 40, 50, 4, 1) +
    cabinet(34, 44, 32) +
    line(42, 24, 42, 40, 't') +
    box('m', 40, 24, 4, 6, 0.5),
  jigsaw:
    bench() +
    sheetOn(14, 44, 66) +
    path('f', 'M34 40v-10q0 -10 12 -10h14q8 0 8 8v12z') +
    path('p', 'M44 30q0 -4 6 -4h6q4 0 4 4v3h-16z') +
    line(40, 40, 40, 54, 'l') +
    box('m', 32, 40, 40, 3, 1),
  chop_saw:
    bench(10, 76, 50) +
    box('f', 22, 44, 52, 6, 1) +
    blade(48, 30, 14) +
    path('m', 'M36 28a13 13 0 0 1 24 -3l8 -9 4 3 -9 13z') +
    line(72, 50, 64, 32),
  planer:
    cabinet(20, 36, 56) +
    box('p', 26, 16, 44, 20, 3) +
    disc('f', 40, 26, 6) +
    sheetOn(6, 34, 84) +
    wheel(62, 22, 5, 4) +
    path('t', 'M24 12q4 -4 8 0t8 0'),
  wood_router:
    bench() +
    sheetOn(12, 44, 72) +
    box('f', 38, 16, 20, 20, 4) +
    path('m', 'M30 24h8v8h-8zM58 24h8v8h-8z') +
    box('p', 34, 36, 28, 5, 1) +
    line(48, 41, 48, 48) +
    path('t', 'M52 46q6 -6 10 -2'),
  wood_lathe:
    box('f', 10, 26, 18, 22, 2) +
    box('p', 10, 48, 76, 5, 1) +
    line(18, 53, 18, ground) +
    line(78, 53, 78, ground) +
    path('m', 'M28 34h8q4 -6 8 0t8 0q4 -5 8 0h8v6h-8q-4 6 -8 0t-8 0q-4 6 -8 0h-8z') +
    path('f', 'M68 30h14v18h-10v-8h-4z'),
  sander:
    cabinet(30, 44, 36) +
    box('f', 24, 18, 48, 16, 8) +
    disc('p', 32, 26, 4) +
    disc('p', 64, 26, 4) +
    box('p', 26, 38, 44, 5, 1) +
    path('t', 'M28 16h40M22 22q-4 4 0 8') +
    line(48, 34, 48, 38),
};
