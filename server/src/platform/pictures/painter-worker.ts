import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import type { Painted } from './painter-thread.ts';

/** The thread that paints, in the font of our headings. */
const here = createRequire(import.meta.url);
const fontFiles = ['400Regular', '700Bold'].map((weight) =>
  here.resolve(`@expo-google-fonts/bricolage-grotesque/${weight}/BricolageGrotesque_${weight}.ttf`),
);
const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Bricolage Grotesque' };

parentPort?.on('message', (svg: string) => parentPort?.postMessage(paint(svg)));

function paint(svg: string): Painted {
  try {
    return { png: new Uint8Array(new Resvg(svg, { font }).render().asPng()) };
  } catch (error) {
    return { failure: String(error) };
  }
}
