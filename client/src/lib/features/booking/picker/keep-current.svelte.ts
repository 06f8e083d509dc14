import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import { onMount, untrack } from 'svelte';
import { subscribe } from '#lib/api/live.ts';
import { TimelineChanges } from '#lib/features/booking/timeline.documents.ts';
import type { Hours } from '#lib/features/equipment/hours.documents.ts';
import type { Picker } from './picker.svelte.ts';

/** Keeps a picker up to date while its component is there: with live news, and with the clock. */
export function keepCurrent(
  picker: Picker,
  source: () => { cursor: string; equipmentId: string; known: Interval },
  onhours: (hours: Hours) => void,
): void {
  $effect(() => {
    const { cursor, equipmentId, known } = source();
    const [startsAt, endsAt] = [new Date(known.start).toISOString(), new Date(known.end).toISOString()];
    return untrack(() =>
      subscribe({
        document: TimelineChanges,
        variables: { equipmentId, startsAt, endsAt },
        cursor,
        onUpdate: (update) => {
          if (update.__typename === 'TimelineChange') picker.receive(update);
          if (update.__typename !== 'OpeningHoursChange') return;
          for (const { open, ...hours } of update.equipment) {
            picker.receiveHours(open);
            onhours(hours);
          }
        },
        onGap: () => picker.reload(),
      }),
    );
  });
  onMount(() => {
    picker.now = Date.now();
    const clock = setInterval(() => {
      picker.now = Date.now();
    }, 30_000);
    return () => {
      clearInterval(clock);
      picker.judge.stop();
    };
  });
}
