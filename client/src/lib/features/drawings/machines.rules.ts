import { bench, blade, cabinet, column, gantry, glowingDoor, hood, lamp, press, roll, wheel } from './parts.rules.ts';
import { box, disc, ground, line, path, times } from './strokes.rules.ts';

const onBench = (drawn: string): string => bench() + drawn;
const sheetOn = (x: number, y: number, width: number): string => box('p', x, y, width, 3, 0.5);

/** The machines of a workshop, by the key of their type. */
export const machines: Readonly<Record<string, string>> = {
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
  pillar_drill:
    column(42, 8) +
    box('p', 32, 42, 34, 4, 1) +
    path('l', 'M64 18l12 -5m-12 5l10 7') +
    disc('m', 76, 13, 2) +
    disc('m', 74, 25, 2),
  metal_lathe:
    cabinet(8, 24, 24) +
    box('p', 8, 46, 80, 6, 1) +
    box('f', 66, 28, 18, 18, 2) +
    disc('p', 36, 34, 7) +
    disc('m', 36, 34, 3) +
    line(43, 34, 66, 34) +
    box('m', 48, 38, 9, 8, 1) +
    wheel(60, 56, 5, 4) +
    line(84, 52, 84, ground),
  metal_mill:
    column(38, 6) +
    box('p', 22, 42, 48, 6, 1) +
    wheel(20, 50, 6, 4) +
    box('m', 36, 37, 12, 5, 0.5) +
    cabinet(32, 48, 30),
  welder_mig:
    box('f', 16, 24, 34, 32, 3) +
    disc('k', 24, 58, 4) +
    disc('k', 42, 58, 4) +
    disc('p', 33, 36, 7) +
    line(33, 36, 37, 33) +
    path('l', 'M50 44q18 14 22 -6') +
    path('m', 'M70 40l8 -12 4 2 -6 13z') +
    path('t', 'M82 24l4 -4m-2 8l6 0m-9 -9l1 -6m-7 8l-4 -4'),
  plasma_cutter:
    bench(10, 76, 48) +
    sheetOn(12, 44, 72) +
    path('f', 'M44 8h9l2 22 -4 8h-5l-4 -8z') +
    path('t', 'M48.500 38v8m-5 -6l-7 5m17 -5l7 5m-12 -1l-4 6m8 -6l4 6') +
    path('l', 'M48 8q6 -8 26 -2') +
    disc('m', 48.5, 40, 2.4),
  sheet_bender:
    line(16, 30, 16, ground) +
    line(80, 30, 80, ground) +
    box('f', 12, 40, 72, 9, 1) +
    path('p', 'M16 38l52 0 12 -20 3 2 -13 22h-54z') +
    box('m', 12, 26, 60, 8, 1) +
    line(84, 26, 90, 16) +
    disc('k', 90, 15, 2.4),
  forge:
    hood(22, 18, 52) +
    box('f', 24, 44, 48, 18, 1.5) +
    path('m', 'M34 44q-3 -8 4 -12 0 4 4 5 0 -8 7 -11 -1 8 6 10 3 4 1 8z') +
    path('k', 'M76 50h14v3q-5 0 -5 4h2v5h-9v-5h2q0 -4 -4 -5z'),
  jewellers_bench:
    bench(12, 72, 46) +
    path('p', 'M36 50a12 12 0 0 0 24 0z') +
    lamp(22, 20) +
    disc('p', 52, 40, 5) +
    path('m', 'M49 35l3 -5 3 5 -3 3z') +
    line(66, 42, 80, 38) +
    disc('f', 66, 42, 2),
  casting_foundry:
    hood(20, 12, 56) +
    box('f', 14, 44, 26, 18, 2) +
    path('m', 'M18 44q9 -8 18 0z') +
    path('p', 'M50 30h20l-4 12h-12z') +
    path('m', 'M50 32q-8 4 -8 12h3q0 -6 6 -7z') +
    box('p', 52, 50, 28, 12, 1) +
    path('l', 'M70 34h14'),
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
