import { settled } from 'svelte';
import { on } from 'svelte/events';
import { type Picked, pickBetween, shiftPick } from '#lib/features/booking/pick/pick.rules.ts';
import type { Picker } from '#lib/features/booking/picker/picker.svelte.ts';

/** Movement in pixels that makes a press a drag. */
const slack = 4;

const within = (lane: EventTarget | null, { target }: Event): boolean =>
  lane instanceof Node && target instanceof Node && lane.contains(target);

interface Grip {
  /** What was pressed: an end of the pick, the pick itself, or the lane. */
  readonly part: 'start' | 'end' | 'body' | 'lane';
  readonly x: number;
  readonly y: number;
  readonly moment: number;
  readonly origin: Picked | null;
}

/** Picking by dragging along one lane. A finger drags only the pick, so that it can scroll the page everywhere else. */
export class Drag {
  /** The pick while it is dragged. */
  draft = $state.raw<Picked>();
  #grip: Grip | undefined;
  #justEnded = false;

  readonly #picker: Picker;
  readonly #unitId: () => string;
  readonly #momentOf: (event: MouseEvent) => number;

  constructor(picker: Picker, unitId: () => string, momentOf: (event: MouseEvent) => number) {
    this.#picker = picker;
    this.#unitId = unitId;
    this.#momentOf = momentOf;
  }

  /** Whether the click that follows belongs to a drag. */
  get endedDrag(): boolean {
    const ended = this.#justEnded;
    this.#justEnded = false;
    return ended;
  }

  /** Listens to presses on a lane until the returned function is called. */
  attach(lane: HTMLElement): () => void {
    // Once the page has come alive: until then its address cannot follow.
    void settled().then(() => this.#takeUp(lane));
    const stops = [
      on(lane, 'pointerdown', this.down),
      on(lane, 'pointermove', this.move),
      on(lane, 'pointerup', this.up),
      on(lane, 'pointercancel', this.cancel),
    ];
    return () => stops.map((stop) => stop());
  }

  /** A drag that was over before the scripts of the page came counts all the same. */
  #takeUp(lane: HTMLElement): void {
    const early = window.earlyDrag;
    if (!early) return;
    early.taken = true;
    const { from, to } = early;
    if (!from || !to || !within(lane, from)) return;
    early.to = undefined;
    const grip = {
      part: 'lane',
      x: from.clientX,
      y: from.clientY,
      moment: this.#momentOf(from),
      origin: null,
    } as const;
    this.#picker.choose(this.#pickAt(grip, this.#momentOf(to)));
  }

  down = (event: PointerEvent): void => {
    this.#justEnded = false;
    if (event.button === 0) this.#press(event);
  };

  #press(event: PointerEvent): void {
    if (!(event.target instanceof Element)) return;
    const pressed = event.target.closest<HTMLElement>('[data-part]')?.dataset.part;
    const part = pressed === 'start' || pressed === 'end' || pressed === 'body' ? pressed : 'lane';
    if (part === 'lane' && event.pointerType === 'touch') return;
    const { pick } = this.#picker;
    this.#grip = { part, x: event.clientX, y: event.clientY, moment: this.#momentOf(event), origin: pick };
  }

  move = (event: PointerEvent): void => {
    // A press that began before the scripts of the page did is taken up where it began.
    if (!this.#grip && event.pointerType === 'mouse' && event.buttons === 1) {
      const from = window.earlyDrag?.from ?? event;
      if (within(event.currentTarget, from)) this.#press(from);
    }
    const grip = this.#grip;
    if (!grip) return;
    if (!this.draft && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < slack) return;
    if (event.currentTarget instanceof Element && !this.draft) event.currentTarget.setPointerCapture(event.pointerId);
    this.draft = this.#pickAt(grip, this.#momentOf(event));
  };

  up = (): void => {
    const { draft } = this;
    this.cancel();
    if (!draft) return;
    this.#justEnded = true;
    this.#picker.choose(draft);
  };

  cancel = (): void => {
    this.#grip = undefined;
    this.draft = undefined;
  };

  #pickAt({ part, origin, moment }: Grip, now: number): Picked {
    const { rules } = this.#picker;
    const { points } = this.#picker.room;
    const unitId = this.#unitId();
    if (!origin || part === 'lane') return pickBetween(moment, now, points, rules, unitId);
    if (part === 'body') return shiftPick(origin, now - moment, points);
    return pickBetween(part === 'start' ? origin.end : origin.start, now, points, rules, origin.unitId);
  }
}
