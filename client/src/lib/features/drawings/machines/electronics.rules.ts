import { bench, onBench } from '../parts.rules.ts';
import { box, disc, line, path, times } from '../strokes.rules.ts';

/** What stands on the bench of electronics. */
export const electronicsMachines: Readonly<Record<string, string>> = {
  soldering_station: onBench(
    box('f', 18, 30, 24, 18, 2) +
      disc('p', 30, 39, 5) +
      line(30, 39, 33, 36) +
      path('l', 'M42 40q12 10 16 -4') +
      path('m', 'M57 37l12 -16 3 2 -10 17z') +
      path('t', 'M72 16q4 -3 1 -6t2 -6'),
  ),
  oscilloscope: onBench(
    box('p', 18, 18, 60, 30, 3) +
      box('f', 23, 23, 34, 20, 1.5) +
      path('m', 'M25 33q4 -13 8 0t8 0 8 0l0 1q-4 12 -8 0t-8 0 -8 0z') +
      times(2, (each) => disc('f', 67, 27 + each * 11, 3.5)),
  ),
  function_generator: onBench(
    box('f', 18, 26, 60, 22, 3) +
      box('p', 23, 30, 26, 10, 1) +
      path('t', 'M26 38v-5h5v5h5v-5h5v5h5') +
      times(3, (each) => disc('p', 56 + each * 8, 34, 2.6)) +
      disc('m', 58, 43, 1.8) +
      disc('k', 66, 43, 1.8),
  ),
  bench_power_supply: onBench(
    box('f', 22, 18, 52, 30, 3) +
      box('p', 27, 23, 20, 10, 1) +
      box('p', 50, 23, 19, 10, 1) +
      disc('m', 32, 41, 2.6) +
      disc('k', 41, 41, 2.6) +
      path('l', 'M32 44q0 8 -14 4') +
      disc('p', 60, 41, 4),
  ),
  multimeter:
    bench() +
    box('m', 34, 12, 28, 36, 4) +
    box('p', 38, 16, 20, 9, 1) +
    disc('p', 48, 35, 7) +
    line(48, 35, 52, 31) +
    path('l', 'M40 48q-10 6 -20 -4M56 48q10 6 20 -8'),
};
