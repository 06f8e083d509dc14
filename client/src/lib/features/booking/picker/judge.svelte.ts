import type { Picked } from '#lib/features/booking/pick/pick.rules.ts';
import { CheckBooking } from '#lib/features/booking/timeline.documents.ts';
import { timeRefused } from '#lib/features/booking/verdict/step.rules.ts';
import type { Pickable, Picking } from './picking.server.ts';

/** What is asked about; each is read only where it is needed. */
interface Question {
  readonly picking: Picking;
  readonly equipment: Pickable;
  readonly pick: Picked | null;
  readonly movingId: string | undefined;
  readonly held: Picking['held'];
}

/** Waits until somebody stops moving the pick before the API is asked. */
const settle = 250;

/** Asks the API whether the picked time can be had: once it rests, and anew when news touch it. */
export class Judge {
  readonly #question: Question;
  readonly #onverdict: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  verdict = $derived.by(() => this.#question.picking.verdict);
  /** The verdict does not belong to the pick yet. */
  waiting = $state(false);
  /** The API could not be asked. */
  unreachable = $state(false);
  /** The picked time was taken by somebody else while this page was open; what is loaded since knows better. */
  overtaken = $derived.by(() => this.#unlessLoaded());
  /** What the verdict comes to: yes, once the person has what is missing, or not at this time. */
  readonly outcome = $derived.by(() => {
    const { verdict } = this;
    if (verdict?.outcome !== 'REFUSED') return verdict && ('allowed' as const);
    return timeRefused(verdict.checks) ? ('refused' as const) : ('needs' as const);
  });

  constructor(question: Question, onverdict: () => void) {
    this.#question = question;
    this.#onverdict = onverdict;
  }

  /** Another time was picked, or none; `rested` where nobody is still moving it. */
  ask({ because, rested = false }: { because: 'choice' | 'news'; rested?: boolean }): void {
    this.stop();
    this.waiting = this.#question.pick !== null;
    if (!this.#question.pick) this.verdict = undefined;
    else this.#timer = setTimeout(() => this.#answer(this.#asked, because), rested ? 0 : settle);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  #unlessLoaded(): boolean {
    void this.#question.picking;
    return false;
  }

  async #answer(asked: number, because: 'choice' | 'news'): Promise<void> {
    const { pick, equipment, movingId = null, held } = this.#question;
    if (!pick) return;
    const { browserApi } = await import('#lib/api/browser.ts');
    const variables = {
      equipmentId: equipment.id,
      unitId: pick.unitId,
      startsAt: new Date(pick.start).toISOString(),
      endsAt: new Date(pick.end).toISOString(),
      movingId,
      holdId: held?.id ?? null,
    };
    const { data } = await browserApi().query(CheckBooking, variables).toPromise();
    if (asked !== this.#asked) return;
    if (variables.holdId !== (this.#question.held?.id ?? null)) return this.ask({ because, rested: true });
    this.waiting = false;
    this.unreachable = !data;
    this.verdict = data?.checkBooking;
    if (!data) return;
    const taken = data.checkBooking.checks.some(({ condition, passed }) => condition === 'SLOT_FREE' && !passed);
    this.overtaken = taken && (this.overtaken || because === 'news');
    this.#onverdict();
  }
}
