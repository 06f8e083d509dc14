import type { LogEntry } from '../../events/event-log.reader.ts';
import type { EventBuffer } from './event-buffer.ts';

/** Pushes each entry once into the buffer of every subscriber to one of its topics. */
export class FanOut {
  readonly #byTopic = new Map<string, Set<EventBuffer>>();
  readonly #buffers = new Set<EventBuffer>();

  get size(): number {
    return this.#buffers.size;
  }

  add(buffer: EventBuffer): void {
    this.#buffers.add(buffer);
    for (const topic of buffer.topics) {
      const subscribers = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, subscribers.add(buffer));
    }
  }

  remove(buffer: EventBuffer): void {
    this.#buffers.delete(buffer);
    for (const topic of buffer.topics) {
      const subscribers = this.#byTopic.get(topic);
      subscribers?.delete(buffer);
      if (subscribers?.size === 0) this.#byTopic.delete(topic);
    }
    buffer.close();
  }

  deliver(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      const reached = new Set<EventBuffer>();
      for (const topic of entry.topics) {
        for (const buffer of this.#byTopic.get(topic) ?? []) reached.add(buffer);
      }
      for (const buffer of reached) buffer.push(entry);
    }
  }

  /** Sends every subscriber back to the log, where entries may have gone by unread. */
  overflow(): void {
    for (const buffer of this.#buffers) buffer.overflow();
  }
}
