import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';

/** Turns drawings into pictures that other programs can show. */
export interface Painter {
  /** A PNG of an SVG; nothing while too many others wait for theirs. */
  png(svg: string): Promise<Uint8Array | undefined>;
}

/** In bytes of PNG. */
const mostKept = 16 * 1024 * 1024;
/** A picture takes a tenth of a second of a core; whoever asks for many gets them one after the other. */
const mostWaiting = 20;

const here = createRequire(import.meta.url);
const weights = ['400Regular', '700Bold'];

/** Paints in the font of our headings, beside the requests, and keeps what it painted last. */
export function createPainter(): Painter {
  const fontFiles = weights.map((weight) =>
    here.resolve(`@expo-google-fonts/bricolage-grotesque/${weight}/BricolageGrotesque_${weight}.ttf`),
  );
  const kept = new LRUCache<string, Uint8Array>({ maxSize: mostKept, sizeCalculation: ({ length }) => length });
  const oneAtATime = pLimit(1);
  const paint = async (svg: string) => {
    const image = await renderAsync(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Bricolage Grotesque' },
    });
    const png = new Uint8Array(image.asPng());
    kept.set(svg, png);
    return png;
  };
  return {
    async png(svg) {
      const found = kept.get(svg);
      if (found) return found;
      if (oneAtATime.pendingCount >= mostWaiting) return undefined;
      return oneAtATime(async () => kept.get(svg) ?? paint(svg));
    },
  };
}
