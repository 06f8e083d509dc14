import type { LogEntry } from '../events/event-log.reader.ts';
import type { Mailbox } from './mailbox.ts';

/** Who listens to what: hands each entry once to every mailbox that listens to one of its topics. */
export class FanOut {
  readonly #listeners = new Map<string, Set<Mailbox>>();
  readonly #mailboxes = new Set<Mailbox>();

  get size(): number {
    return this.#mailboxes.size;
  }

  add(mailbox: Mailbox): void {
    this.#mailboxes.add(mailbox);
    for (const topic of mailbox.topics) {
      const listeners = this.#listeners.get(topic) ?? new Set();
      this.#listeners.set(topic, listeners.add(mailbox));
    }
  }

  remove(mailbox: Mailbox): void {
    this.#mailboxes.delete(mailbox);
    for (const topic of mailbox.topics) {
      const listeners = this.#listeners.get(topic);
      listeners?.delete(mailbox);
      if (listeners?.size === 0) this.#listeners.delete(topic);
    }
    mailbox.close();
  }

  deliver(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      const reached = new Set<Mailbox>();
      for (const topic of entry.topics) {
        for (const mailbox of this.#listeners.get(topic) ?? []) reached.add(mailbox);
      }
      for (const mailbox of reached) mailbox.put(entry);
    }
  }

  /** Sends everyone back to the log, where entries may have gone by unread. */
  overflow(): void {
    for (const mailbox of this.#mailboxes) mailbox.overflow();
  }
}
