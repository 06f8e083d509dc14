import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { networkOf } from '../../shared/network/network.ts';
import { paintingThread } from './painter-thread.ts';

/** Turns drawings into pictures that other programs can show. */
export interface Painter {
  /** A PNG of an SVG for whoever asks from an address; nothing while too many others wait for theirs. */
  png(svg: string, address: string): Promise<Uint8Array | undefined>;
}

/** In bytes of PNG. */
const mostKept = 16 * 1024 * 1024;
/** A picture takes a tenth of a second of a core; whoever asks for many gets them one after the other. */
const mostWaiting = 20;
/** Of one network, so that it does not take the place of all others. */
const mostOfNetwork = 3;

/** Paints beside the requests, and keeps what it painted last. */
export function createPainter(): Painter {
  const kept = new LRUCache<string, Uint8Array>({ maxSize: mostKept, sizeCalculation: ({ length }) => length });
  const oneAtATime = pLimit(1);
  const paintOnThread = paintingThread();
  /** How many pictures each network waits for. */
  const networks = new Map<string, number>();
  const paint = async (svg: string) => {
    const png = await paintOnThread(svg);
    kept.set(svg, png);
    return png;
  };
  return {
    async png(svg, address) {
      const found = kept.get(svg);
      if (found) return found;
      const network = networkOf(address);
      const waiting = networks.get(network) ?? 0;
      if (oneAtATime.pendingCount >= mostWaiting || waiting >= mostOfNetwork) return undefined;
      networks.set(network, waiting + 1);
      try {
        return await oneAtATime(async () => kept.get(svg) ?? paint(svg));
      } finally {
        const left = (networks.get(network) ?? 1) - 1;
        if (left > 0) networks.set(network, left);
        else networks.delete(network);
      }
    },
  };
}
