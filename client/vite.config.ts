import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { documents } from './scripts/documents.mjs';
import { messages } from './scripts/messages-plugin.mjs';
import { speculation } from './src/lib/features/layout/turning/speculation.rules.ts';

const api = process.env.API_URL ?? 'http://localhost:4000';

const speculationHash = createHash('sha256').update(speculation).digest('base64');

const inEveryPage =
  /\/client\/src\/lib\/(?!features\/drawings\/(?!turn)|features\/(equipment|pictures)\/|forms\/(form|field|problem-notice)\.svelte|ui\/empty-state)/;

/** What stands around every page, its error page among it. */
const aroundEveryPage =
  /\/client\/src\/lib\/(features\/(layout|drawings\/late)|ui\/live-dot|i18n\/(format|words|i18n)\.ts)|\/svelte\/src\/reactivity\//;

export default defineConfig({
  plugins: [
    messages(),
    documents(),
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
        // Kit asks for the scripts of a page itself; the list of all that each part needs weighs more than it saves.
        modulePreload: false,
        // What most pages share comes as one file: forty small ones compress worse. Not what many pages have and others
        // should not wait for: the drawings, forms, the strips of a day.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'shared', test: inEveryPage, minShareCount: 10 },
                { name: 'frame', test: aroundEveryPage },
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
