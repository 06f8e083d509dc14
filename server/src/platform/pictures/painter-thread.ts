import { Worker } from 'node:worker_threads';

/** What the thread answers to a drawing. */
export type Painted = { readonly png: Uint8Array } | { readonly failure: string };

/** Bundled beside the file that starts it; the sources run as they are. */
const entry = new URL(`./painter-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Paints one drawing at a time on a thread of its own, which starts with the first and keeps no process alive. */
export function paintingThread(): (svg: string) => Promise<Uint8Array> {
  let worker: Worker | undefined;
  return (svg) => {
    const thread = worker ?? new Worker(entry);
    worker = thread;
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        worker = undefined;
        settle();
        reject(error);
      };
      const ended = () => fail(new Error('The painting thread has ended.'));
      const answer = (painted: Painted) => {
        settle();
        if ('png' in painted) resolve(painted.png);
        else reject(new Error(painted.failure));
      };
      const settle = () => {
        thread.off('message', answer).off('error', fail).off('exit', ended).unref();
      };
      thread.on('message', answer).on('error', fail).on('exit', ended).ref();
      thread.postMessage(svg);
    });
  };
}
