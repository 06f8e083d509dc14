import { bench, cabinet, column, hood, lamp, sheetOn, wheel } from '../parts.rules.ts';
import { box, disc, ground, line, path } from '../strokes.rules.ts';

/** The machines of a smithy and a jeweller. */
export const metalMachines: Readonly<Record<string, string>> = {
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
};
