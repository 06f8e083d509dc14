import { facade } from './facades.rules.ts';
import { clothClayPrintMachines } from './machines/cloth-clay-print.rules.ts';
import { digitalMachines } from './machines/digital.rules.ts';
import { electronicsMachines } from './machines/electronics.rules.ts';
import { metalMachines } from './machines/metal.rules.ts';
import { woodMachines } from './machines/wood.rules.ts';
import { rooms } from './rooms.rules.ts';
import { box, ground, line, path, times } from './strokes.rules.ts';
import { turnOf } from './turn.rules.ts';

/** What hangs on the wall behind. */
const walls = [
  path('t', 'M6 20h84M6 40h84') + times(4, (each) => line(18 + each * 20, 4, 18 + each * 20, 62, 't')),
  box('t', 66, 6, 20, 18, 1) + line(76, 6, 76, 24, 't') + line(66, 15, 86, 15, 't'),
  line(8, 10, 40, 10, 't') + path('t', 'M14 10v9m6 -9v6m7 -6v10m7 -10v7'),
  path('t', 'M8 4q10 10 20 0t20 0 20 0 20 0') + times(4, (each) => path('t', `M${16 + each * 20} 8l3 6 3 -6z`)),
  '',
];

const floor = line(4, ground, 92, ground, 't');

/** A toolbox, for a type that nobody has drawn yet. */
const toolbox =
  box('f', 24, 36, 48, 26, 3) + box('p', 20, 30, 56, 8, 2) + path('l', 'M38 30v-8h20v8') + box('m', 44, 40, 8, 7, 1);

const drawings: Readonly<Record<string, string>> = {
  ...digitalMachines,
  ...electronicsMachines,
  ...woodMachines,
  ...metalMachines,
  ...clothClayPrintMachines,
  ...rooms,
};

/** The types of equipment that have a drawing of their own. */
export const drawnTypes = Object.keys(drawings);

/** The inside of the `<svg>` of an equipment, 96 by 72: its type, before a wall that its id chooses. */
export const equipmentDrawing = (type: string, id: string): string =>
  `<g class="w">${walls[turnOf(id) % walls.length] ?? ''}</g>${floor}${drawings[type] ?? toolbox}`;

/** The inside of the `<svg>` of a centre, 96 by 72. */
export const centreDrawing = (model: string, id: string, lit: boolean): string =>
  floor + facade(model, lit, turnOf(id));
