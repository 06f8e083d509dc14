import { vi } from 'vitest';
import { type ReceivedEmail, startMailServer } from '../../server/test/mail-server.ts';

/** A mail server that keeps what it is sent. */
export interface PostOffice {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** What came to an address so far, oldest first. */
  to(address: string): readonly ReceivedEmail[];
  /** The first letter to an address with such a subject, whose text has this in it. */
  letter(address: string, subject: RegExp, about?: string): Promise<ReceivedEmail>;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const { url, kept, close } = await startMailServer();
  const to = (address: string) => kept.filter((each) => each.to === address);
  return {
    url,
    to,
    async letter(address, wanted, about = '') {
      const found = () => to(address).find(({ subject, text }) => wanted.test(subject) && text.includes(about));
      // What can be undone is told once its minute is over.
      await vi.waitUntil(() => found() !== undefined, { timeout: 150_000 });
      return found() as ReceivedEmail;
    },
    close,
  };
}
