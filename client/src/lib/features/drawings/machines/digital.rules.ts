import { bench, cabinet, gantry, onBench, roll, sheetOn } from '../parts.rules.ts';
import { box, disc, ground, line, path, times } from '../strokes.rules.ts';

/** Machines that a drawing on a screen steers, and those that shape plastics. */
export const digitalMachines: Readonly<Record<string, string>> = {
  printer_3d_fdm:
    gantry(24, 14, 48, 46, 0.45) +
    box('f', 20, 56, 56, 6, 1.5) +
    path('m', 'M40 56v-10q5 -6 10 0v10z') +
    disc('p', 82, 20, 7) +
    disc('k', 82, 20, 2) +
    path('t', 'M75 20Q62 4 50 12'),
  printer_3d_sla:
    box('f', 28, 44, 40, 18, 2) +
    path('p', 'M32 44l3 -32h26l3 32z') +
    line(48, 12, 48, 26) +
    box('m', 40, 26, 16, 4, 1) +
    path('m', 'M43 30h10l-3 10h-4z') +
    line(34, 41, 62, 41, 't'),
  scanner_3d:
    bench(14, 68, 52) +
    disc('f', 38, 46, 12) +
    path('p', 'M31 44q0 -14 7 -14t7 14q-1 6 -7 6t-7 -6z') +
    path('l', 'M74 52v-22') +
    box('m', 66, 18, 16, 12, 2) +
    path('t', 'M66 22L45 34M66 27L46 44'),
  laser_cutter:
    cabinet(14, 34, 68) +
    path('p', 'M18 34l6 -20h48l6 20z') +
    line(26, 24, 70, 24) +
    box('m', 46, 20, 8, 8, 1) +
    path('t', 'M50 28v6') +
    box('p', 62, 40, 14, 8, 1) +
    line(20, 42, 54, 42, 't'),
  vinyl_cutter:
    roll(16, 20, 64, 30) +
    box('p', 14, 16, 68, 6, 2) +
    box('m', 40, 13, 8, 11, 1) +
    line(20, 40, 20, ground) +
    line(76, 40, 76, ground) +
    path('t', 'M32 38q8 -8 16 0t16 0'),
  cnc_router:
    bench(8, 80, 48) + gantry(26, 18, 44, 30, 0.55) + sheetOn(14, 45, 68) + path('t', 'M18 44q4 -4 8 0m46 0q4 -5 8 0'),
  mill_precision:
    cabinet(22, 40, 52) +
    path('p', 'M26 40v-26h44v26z') +
    box('f', 30, 18, 36, 18, 1) +
    box('m', 45, 12, 7, 14, 1) +
    line(48.5, 26, 48.5, 31) +
    box('k', 40, 32, 17, 3, 0.5),
  mill_pcb: onBench(
    box('p', 26, 22, 44, 26, 2) +
      box('f', 31, 27, 34, 16, 1) +
      path('t', 'M34 40h8v-6h9v-4h10m-18 10h16v-5') +
      disc('m', 61, 30, 1.8) +
      disc('m', 36, 40, 1.8),
  ),
  vacuum_former:
    bench(12, 72, 50) +
    box('p', 22, 38, 52, 12, 1.5) +
    path('f', 'M26 38q6 0 8 -8t14 -8 14 8 8 8z') +
    line(30, 14, 66, 14) +
    times(4, (each) => line(34 + each * 9, 14, 34 + each * 9, 18, 't')) +
    times(4, (each) => disc('k', 31 + each * 11, 44, 1.2)),
  hot_wire_cutter:
    bench() +
    path('l', 'M24 48v-36h40') +
    line(60, 12, 60, 48, 't') +
    path('f', 'M32 48v-20h20q10 8 4 20z') +
    path('m', 'M58 26h4v8h-4z'),
  plastic_recycler:
    path('f', 'M26 10h30l-8 16h-14z') +
    box('p', 24, 26, 46, 16, 2) +
    line(32, 42, 32, ground) +
    line(62, 42, 62, ground) +
    path('m', 'M70 31h6v6h-6z') +
    path('l', 'M76 34q8 0 8 10v10') +
    times(4, (each) => disc('m', 33 + each * 5, 15 + (each % 2) * 3, 1.6)),
};
