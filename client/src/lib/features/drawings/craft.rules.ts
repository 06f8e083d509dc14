import { turnOf } from './turn.rules.ts';

/** Which of the tints in the tokens a group of equipment is drawn in. */
const crafts: Readonly<Record<string, string>> = {
  digital_fabrication: 'blue',
  computing: 'blue',
  electronics: 'green',
  science: 'green',
  steam: 'green',
  woodwork: 'ochre',
  general: 'ochre',
  metalwork: 'slate',
  fine_metalwork: 'gold',
  fabrics: 'rose',
  plastics: 'rose',
  ceramics: 'clay',
  print_making: 'violet',
  media: 'violet',
  space: 'sand',
};

/** The tint of a group; sand where it is not known. */
export const craftOf = (group: string): string => crafts[group] ?? 'sand';

/** The tint of a centre, varied by its id. */
export const centreCraft = (id: string): string =>
  ['sand', 'ochre', 'clay', 'green', 'blue', 'violet'][turnOf(id) % 6] ?? 'sand';
