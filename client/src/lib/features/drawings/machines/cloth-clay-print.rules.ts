import { bench, cabinet, glowingDoor, onBench, press, roll, wheel } from '../parts.rules.ts';
import { box, disc, ground, line, path, times } from '../strokes.rules.ts';

/** The machines of cloth, clay and print. */
export const clothClayPrintMachines: Readonly<Record<string, string>> = {
  sewing_machine: onBench(
    path('f', 'M20 48v-10h34v-12q-22 2 -24 -4v-6h36q8 0 8 8v24z') +
      line(32, 32, 32, 40) +
      box('m', 29, 22, 6, 10, 1) +
      wheel(78, 28, 6, 5) +
      box('p', 48, 6, 6, 8, 1) +
      path('t', 'M51 14Q38 14 32 24'),
  ),
  overlocker: onBench(
    path('f', 'M28 48v-24q0 -8 8 -8h26q8 0 8 8v24z') +
      box('p', 34, 32, 20, 10, 1) +
      line(38, 38, 38, 46) +
      times(3, (each) => path('m', `M${38 + each * 10} 14l2 -9h3l2 9z`)) +
      disc('p', 74, 34, 5),
  ),
  knitting_machine:
    bench(8, 80, 50) +
    box('f', 10, 34, 76, 10, 2) +
    times(17, (each) => line(14 + each * 4.3, 28, 14 + each * 4.3, 34, 't')) +
    box('m', 38, 28, 22, 12, 2) +
    path('p', 'M24 44h48v14q-6 -4 -12 0t-12 0 -12 0 -12 0z') +
    path('t', 'M49 28q4 -18 22 -20'),
  potters_wheel:
    box('p', 24, 44, 48, 5, 2) +
    cabinet(32, 50, 32) +
    path('m', 'M34 44q-6 -10 2 -16 4 -3 3 -8h18q-1 5 3 8 8 6 2 16z') +
    path('t', 'M34 34h28M33 39h30') +
    disc('f', 20, 58, 4),
  kiln:
    box('f', 22, 10, 52, 50, 4) +
    glowingDoor(29, 18, 38, 34) +
    line(28, 60, 28, ground) +
    line(68, 60, 68, ground) +
    path('t', 'M40 6q2 -3 0 -5m8 5q2 -3 0 -5m8 5q2 -3 0 -5'),
  screen_print_table:
    bench(12, 72, 50) +
    path('p', 'M18 48l8 -30h46l6 30z') +
    path('f', 'M26 43l5 -20h35l4 20z') +
    path('m', 'M30 36h38l1 4h-40z') +
    path('l', 'M36 34l2 -8h22l2 8z'),
  heat_press:
    box('f', 20, 48, 56, 12, 2) +
    path('p', 'M20 30h52v9h-52z') +
    path('l', 'M72 34h8v16') +
    path('m', 'M24 39h44v4h-44z') +
    path('l', 'M46 30v-10h22') +
    disc('k', 70, 20, 3) +
    path('t', 'M28 26q2 -4 0 -8m8 8q2 -4 0 -8'),
  printing_press: press(20, 22, 56) + box('p', 14, 52, 68, 4, 1) + wheel(84, 40, 8, 6),
  large_format_printer:
    roll(14, 18, 68, 36) +
    box('f', 10, 12, 76, 12, 3) +
    path('m', 'M26 40h12v10h-12zM42 36h12v14h-12zM58 32h12v18h-12z') +
    line(18, 50, 18, ground) +
    line(78, 50, 78, ground),
};
