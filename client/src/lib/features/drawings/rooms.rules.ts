import { bench, chair, flask, lamp, person, room, screen } from './parts.rules.ts';
import { at, box, disc, ground, line, path, times } from './strokes.rules.ts';

const microphone = (x: number, y: number): string =>
  box('m', x - 4, y, 8, 13, 4) + path('l', `M${x - 7} ${y + 8}q0 8 7 8t7 -8m-7 8v${ground - y - 16}m-7 0h14`);

const tripod = (x: number, y: number): string =>
  path('l', `M${x} ${y}L${x - 8} ${ground}M${x} ${y}L${x + 8} ${ground}M${x} ${y}V${ground - 6}`);

const spotlight = (x: number, y: number): string =>
  path('l', `M${x} 4v${y - 4}`) + path('m', `M${x - 4} ${y}h8l3 8h-14z`);

/** Studios, laboratories and rooms, by the key of their type. */
export const rooms: Readonly<Record<string, string>> = {
  photo_studio:
    path('f', 'M12 8h44v38q0 10 12 14h-56z') +
    tripod(68, 34) +
    box('p', 56, 22, 24, 14, 2) +
    disc('m', 66, 29, 4) +
    box('k', 62, 19, 8, 3, 1) +
    disc('p', 30, 40, 8) +
    path('t', 'M26 48h8v8h-8z'),
  darkroom:
    box('f', 8, 8, 80, 54, 2) +
    line(14, 18, 82, 18) +
    times(4, (each) => box('p', 18 + each * 16, 18, 11, 14, 0.5) + box('k', 22 + each * 16, 15, 3, 5, 0.5)) +
    times(3, (each) => box('p', 14 + each * 24, 48, 20, 8, 1)) +
    disc('m', 48, 42, 4) +
    path('t', 'M48 36v-3m6 6l3 -2m-15 2l-3 -2'),
  video_studio:
    spotlight(24, 10) +
    spotlight(48, 8) +
    spotlight(72, 10) +
    tripod(48, 44) +
    box('f', 30, 28, 30, 18, 3) +
    path('p', 'M60 32l14 -6v22l-14 -6z') +
    disc('p', 38, 26, 5) +
    disc('p', 50, 26, 5) +
    disc('m', 37, 37, 3),
  audio_studio:
    box('f', 10, 16, 20, 46, 2) +
    disc('p', 20, 28, 6) +
    disc('p', 20, 46, 8) +
    disc('m', 20, 46, 3) +
    microphone(48, 20) +
    path('p', 'M60 62v-12l26 -6v18z') +
    times(5, (each) => line(65 + each * 4.4, 58, 65 + each * 4.4, 52 - each * 0.6, 't')),
  vr_headset:
    path('l', 'M30 30q0 -20 18 -20t18 20') +
    box('f', 20, 28, 56, 24, 9) +
    path('p', 'M28 33h40v12q-10 4 -14 -2 -6 -5 -12 0 -4 6 -14 2z') +
    disc('m', 36, 38, 2.5) +
    disc('m', 60, 38, 2.5) +
    path('t', 'M12 22l5 3m-8 8h6m69 -11l-5 3m8 8h-6'),
  biolab_bench:
    bench(8, 80, 50) +
    path('p', 'M20 50v-36h30v36z') +
    path('f', 'M24 50v-18h22v18z') +
    path('t', 'M35 20v8') +
    path('p', 'M60 44h18v6h-18zM66 26l8 -3 4 14 -7 3z') +
    path('l', 'M70 40q12 0 8 -14') +
    disc('m', 30, 44, 3) +
    disc('m', 39, 40, 3) +
    line(62, 50, 80, 50),
  chemistry_bench:
    bench(8, 80, 50) +
    flask(28, 30) +
    flask(50, 26) +
    times(4, (each) => box('p', 64 + each * 5, 30, 3.6, 16, 1.6) + box('m', 64 + each * 5, 38, 3.6, 8, 1.6)) +
    box('f', 62, 36, 22, 3, 0.5) +
    path('t', 'M50 22q-3 -4 0 -7t0 -7'),
  robotics_kit:
    box('f', 34, 8, 28, 20, 4) +
    disc('p', 42, 18, 4) +
    disc('p', 54, 18, 4) +
    disc('k', 42, 18, 1.4) +
    disc('k', 54, 18, 1.4) +
    line(48, 8, 48, 3) +
    disc('m', 48, 3, 2) +
    box('p', 30, 30, 36, 20, 3) +
    path('l', 'M30 36h-10v10M66 36h10v-10') +
    path('m', 'M17 46h6v6h-6zM73 20h6v6h-6z') +
    disc('f', 38, 56, 6) +
    disc('f', 58, 56, 6),
  cad_workstation:
    bench(8, 80, 50) +
    screen(20, 12, 42, 28) +
    path('m', 'M34 31l8 -12 9 6 -8 9z') +
    box('p', 26, 46, 30, 4, 1) +
    box('f', 70, 22, 13, 28, 1.5) +
    disc('m', 76.5, 28, 2),
  coworking_desk:
    bench(14, 68, 44) +
    lamp(28, 18) +
    path('p', 'M46 30h22l3 14h-28z') +
    path('f', 'M49 33h16l2 8h-20z') +
    box('m', 74, 36, 6, 8, 1) +
    chair(86) +
    path('t', 'M77 36q-4 -8 0 -12 4 4 0 12'),
  studio_room:
    room(12, 26, 72, 16) +
    box('p', 20, 30, 16, 14, 0.5) +
    line(28, 30, 28, 44, 't') +
    line(20, 37, 36, 37, 't') +
    path('p', 'M52 34h20v16h-20z') +
    path('m', 'M56 46l5 -8 4 5 2 -3 3 6z') +
    path('l', 'M56 50l-4 12m16 -12l4 12m-10 -28v-5'),
  meeting_room:
    box('p', 26, 8, 44, 22, 2) +
    path('m', 'M32 25v-6h6v6zM42 25v-11h6v11zM52 25v-8h6v8z') +
    person(18) +
    person(78) +
    person(48, 42) +
    box('f', 14, 50, 68, 5, 2) +
    line(24, 55, 24, ground) +
    line(72, 55, 72, ground),
  event_hall:
    room(8, 24, 80, 18) +
    path('m', 'M18 30q6 8 4 24h-6v-24zM78 30q-6 8 -4 24h6v-24z') +
    box('p', 22, 46, 52, 8, 0.5) +
    microphone(48, 30) +
    times(6, (each) => disc('k', 24 + each * 9.6, 59, 2.6)),
  rehearsal_room:
    box('p', 6, 10, 84, 44, 1) +
    line(6, 40, 90, 40) +
    line(34, 10, 34, 54, 't') +
    line(62, 10, 62, 54, 't') +
    disc('m', 46, 20, 4) +
    path('l', 'M46 24q-2 10 2 16m-2 -12l12 -6m-12 6l-10 4m14 8l10 12m-10 -12l-10 14') +
    at(0, 0, box('f', 6, 54, 84, 8, 1)),
  exhibition_space:
    line(6, 14, 90, 14) +
    times(3, (each) => path('t', `M${20 + each * 28} 14l-6 8m6 -8l6 8`)) +
    box('p', 10, 22, 20, 24, 0.5) +
    path('m', 'M13 42l6 -10 4 5 3 -4 2 9z') +
    box('f', 38, 22, 20, 24, 0.5) +
    disc('m', 48, 34, 6) +
    box('p', 66, 22, 20, 24, 0.5) +
    path('l', 'M70 42q12 -2 4 -10t8 -6') +
    person(34, 46),
};
