import { craftOf } from '#lib/features/drawings/craft.rules.ts';
import { equipmentDrawing } from '#lib/features/drawings/drawing.rules.ts';

/** The drawing of one machine for a page that shows no other: all the drawings together weigh more than its scripts may. */
export const pictureOf = ({ id, type }: { id: string; type: { key: string; group: string } }) => ({
  drawn: equipmentDrawing(type.key, id),
  craft: craftOf(type.group.toLowerCase()),
});
