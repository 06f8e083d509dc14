import type { Impact } from '#lib/features/desk/impact/impact.documents.ts';
import { OpeningHoursImpact } from './plan.documents.ts';

/** Waits until somebody stops typing before the API is asked. */
const settle = 400;

/** Whom a plan would touch, kept true while it is typed and while others book. */
export class PlannedImpact {
  readonly #start: () => Impact | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** Undefined where the plan cannot be judged as it is. */
  shown = $derived.by(() => this.#start());
  /** What is shown does not belong to the plan yet. */
  waiting = $state(false);

  constructor(start: () => Impact | undefined) {
    this.#start = start;
  }

  /** Asks about a plan, the JSON of an input of the API. */
  ask(input: string): void {
    this.stop();
    this.waiting = true;
    this.#timer = setTimeout(() => void this.#answer(this.#asked, input), settle);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.waiting = false;
  }

  async #answer(asked: number, input: string): Promise<void> {
    const { browserApi } = await import('#lib/api/browser.ts');
    const { data } = await browserApi()
      .query(OpeningHoursImpact, { input: JSON.parse(input) })
      .toPromise();
    if (asked !== this.#asked) return;
    this.waiting = false;
    this.shown = data?.openingHoursImpact;
  }
}
