import { tick } from 'svelte';
import { on } from 'svelte/events';
import { moveDay, type Picked, pickAfterKey, pickAt } from '#lib/features/booking/pick/pick.rules.ts';
import type { Picker } from '#lib/features/booking/picker/picker.svelte.ts';

/** Moves the pick by keys; they come from the links inside. `down` tells whether time runs downwards. */
export function pickKeys(picker: Picker, down: () => boolean): (node: HTMLElement) => () => void {
  return (node) =>
    on(node, 'keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter') toStep(event, picker);
      else if (event.key === 'Escape' && picker.pick) picker.choose(null);
      else if (event.key.startsWith('Arrow')) void byArrow(event, node, picker, down());
    });
}

async function byArrow(event: KeyboardEvent, node: HTMLElement, picker: Picker, down: boolean): Promise<void> {
  const { rules } = picker;
  const { points } = picker.room;
  const pick = picker.pick ?? firstOf(event.target, picker);
  if (!pick) return;
  const units = picker.lanes.map(({ unit }) => unit.id);
  const across = /Up|Down/.test(event.key) !== down;
  const shown = { ...pick, unitId: pick.unitId ?? picker.unitId ?? null };
  const next =
    picker.picking.view === 'week' && across && !event.shiftKey
      ? moveDay(pick, /Down|Right/.test(event.key) ? 1 : -1, points)
      : pickAfterKey(across ? shown : pick, event.key, event.shiftKey, { points, rules, units, down });
  if (!next) return;
  event.preventDefault();
  picker.choose(next);
  await tick();
  underPick(node, picker)?.focus();
}

/** Enter on free time that is picked already goes on to the button of the next step. */
function toStep(event: KeyboardEvent, picker: Picker): void {
  if (!(event.currentTarget instanceof HTMLElement) || !picker.pick) return;
  if (event.target !== underPick(event.currentTarget, picker)) return;
  event.preventDefault();
  const step = document.querySelector<HTMLElement>('#verdict [data-step]');
  // Signing up begins with its fields, not with its button.
  (step?.closest<HTMLElement>('#enter') ?? step ?? document.getElementById('verdict-title'))?.focus();
}

/** The free time in which the pick lies, on its lane. */
function underPick(node: HTMLElement, { pick, unitId }: Picker): HTMLElement | undefined {
  const links = [...node.querySelectorAll<HTMLElement>('a[data-start]')];
  return links.find(({ dataset: { unit, start, end } }) => {
    return pick && unit === unitId && Number(start) <= pick.start && pick.start < Number(end);
  });
}

/** Where keys begin when nothing is picked: at the free stretch that has the focus. */
function firstOf(target: EventTarget | null, picker: Picker): Picked | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const { start, unit = null } = target.dataset;
  const lane = picker.lanes.find((each) => each.unit.id === unit);
  const stretch = lane && picker.room.free(lane).find((each) => each.start === Number(start));
  return stretch && pickAt(stretch.start, stretch, picker.room.points, picker.rules, unit);
}
