import { onMount, untrack } from 'svelte';
import { subscribe } from '#lib/api/live.ts';
import { TimelineChanges } from '#lib/features/booking/timeline.documents.ts';
import type { Picker } from './picker.svelte.ts';

/** Keeps a picker up to date while its component is there: with live news, and with the clock. */
export function keepCurrent(picker: Picker, source: () => { cursor: string; equipmentId: string }): void {
  $effect(() => {
    const { cursor, equipmentId } = source();
    return untrack(() =>
      subscribe({
        document: TimelineChanges,
        variables: { equipmentId },
        cursor,
        onUpdate: (update) => {
          if (update.__typename === 'TimelineChange') picker.receive(update);
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
      picker.stop();
    };
  });
}
