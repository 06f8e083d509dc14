import { WebSocket } from 'ws';

/** Bytes that wait for a slow reader; it is dropped beyond, and resumes by its cursor. */
const largestBacklog = 1024 * 1024;

type Sent = (error?: Error) => void;

/**
 * A socket whose `send` does not wait for the reader, so that what happens now holds nobody up, and which drops a
 * reader for whom too much waits.
 */
export class BoundedSocket extends WebSocket {
  override send(...[data, options, sent]: [unknown, ...unknown[]]): void {
    const [settings, done] = typeof options === 'function' ? [{}, options as Sent] : [options ?? {}, sent as Sent];
    super.send(data as string, settings);
    if (this.bufferedAmount > largestBacklog) this.terminate();
    done?.();
  }
}
