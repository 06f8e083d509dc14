import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { documents } from './scripts/documents.mjs';
import { messages } from './scripts/messages-plugin.mjs';
import { speculation } from './src/lib/features/layout/turning/speculation.rules.ts';

const api = process.env.API_URL ?? 'http://localhost:4000';

const speculationHash = createHash('sha256').update(speculation).digest('base64');

/** Servers write values into pages with it; no page does, though Kit brings both ways along. */
const withoutWriter: Plugin = {
  name: 'talka:without-writer',
  applyToEnvironment: ({ name }) => name === 'client',
  load: { filter: { id: /\/devalue\/src\/uneval\.js$/ }, handler: () => 'export const uneval = undefined;' },
};

export default defineConfig({
  plugins: [
    messages(),
    documents(),
    withoutWriter,
    sveltekit({
      adapter: adapter(),
      csp: {
        // Hashes, not nonces: a page that a proxy keeps for five seconds is sent more than once.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self', `sha256-${speculationHash}`],
          'style-src': ['self'],
          // Widths and positions of the timeline; an attribute can neither load nor run anything.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          // The map draws in workers made from blobs.
          'worker-src': ['self', 'blob:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  environments: {
    client: {
      build: {
        // What most pages share comes as one file: forty small ones compress worse. Not the drawings, which many pages
        // have and others should not wait for.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'shared', test: /\/client\/src\/lib\/(?!features\/drawings\/(?!turn))/, minShareCount: 10 },
              ],
            },
          },
        },
      },
    },
  },
  worker: { format: 'es' },
  ssr: { noExternal: ['@talka/server'] },
  server: {
    port: 5173,
    fs: { allow: ['../server/src'] },
    proxy: {
      '/graphql': { target: api, ws: true },
      '/api': { target: api },
    },
  },
});
