import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { sharedChunks } from './scripts/chunks.mjs';
import { documents } from './scripts/documents-plugin.mjs';
import { messages } from './scripts/messages-plugin.mjs';
import { parts } from './scripts/parts-plugin.mjs';

const version = Date.now().toString(36);
const api = process.env.API_URL ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [
    messages(version),
    documents(),
    parts(version),
    sveltekit({
      adapter: adapter(),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute that SvelteKit writes by itself: it hides what it reads out of a new page.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
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
      version: { name: version, pollInterval: 0 },
    }),
  ],
  environments: {
    client: {
      build: {
        modulePreload: {
          // Pages are fetched before they are asked for; a list of all their files would weigh on the first one.
          resolveDependencies: (_, files, { hostId }) => (hostId.includes('/entry/app.') ? [] : files),
        },
        rolldownOptions: {
          output: {
            codeSplitting: { groups: sharedChunks() },
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
