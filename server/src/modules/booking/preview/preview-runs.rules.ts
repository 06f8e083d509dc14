import type { Message } from '../../../platform/i18n/translate.ts';
import type { BookingOutcome } from '../conditions/decision.rules.ts';

/** What a booking that begins then comes to. */
export interface PreviewedStart {
  readonly start: number;
  readonly outcome: BookingOutcome;
  /** The first reason against it. */
  readonly reason: Message | undefined;
  readonly condition: string | undefined;
}

/** Starts one after the other that come to the same, for the same reason. */
export interface PreviewRun extends PreviewedStart {
  readonly last: number;
}

/** Draws starts that follow each other and come to the same together. */
export function runsOf(starts: readonly PreviewedStart[]): PreviewRun[] {
  const runs: PreviewRun[] = [];
  for (const each of starts) {
    const run = runs.at(-1);
    if (run && run.outcome === each.outcome && run.condition === each.condition) {
      runs[runs.length - 1] = { ...run, last: each.start };
    } else runs.push({ ...each, last: each.start });
  }
  return runs;
}
