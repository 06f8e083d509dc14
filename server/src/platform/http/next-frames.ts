import { textFrame } from './socket-frame.ts';

/**
 * Writes a whole frame; `sent` is called once the kernel took it, or the socket is gone. Returns whether nothing
 * waits to be written any more, so that the frame's bytes may be used again.
 */
export type Push = (frame: Buffer, sent?: () => void) => boolean;

/** What stands before the answer in a message that brings one to a subscription. */
export const openingOf = (id: string): Buffer => Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
const closing = Buffer.from('}');

/**
 * Sends answers that many subscriptions share. From one to the next only the opening is put anew into the same
 * bytes, unless a slow socket still holds them: new ones for each would keep the garbage collector busy.
 */
export class NextFrames {
  #frame: Buffer = Buffer.alloc(0);
  /** What the frame may be used for again. */
  #shared: { readonly answer: Buffer; readonly opening: number } | undefined;

  send(opening: Buffer, answer: Buffer, push: Push, sent?: () => void): void {
    const shared = this.#shared;
    this.#shared = undefined;
    const again = shared?.answer === answer && shared.opening === opening.length;
    if (again) this.#frame.set(opening, this.#frame.length - closing.length - answer.length - opening.length);
    else this.#frame = textFrame(opening, answer, closing);
    if (push(this.#frame, sent)) this.#shared = again ? shared : { answer, opening: opening.length };
  }
}
