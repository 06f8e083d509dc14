import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { documents } from './scripts/documents-plugin.mjs';
import { messages } from './scripts/messages-plugin.mjs';

const api = process.env.API_URL ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [
    messages(),
    documents(),
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
      version: { pollInterval: 0 },
    }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Forty small files compress worse than a few: what every page needs travels together.
            codeSplitting: {
              groups: [
                // Nine kilobytes dress every page; ten files of one each would hold up the first paint.
                { name: 'styles', test: /type=style|\/client\/src\/[\w-]+\.css/, priority: 1 },
                {
                  name: 'framework',
                  test: /node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\//,
                  minShareCount: 8,
                },
                { name: 'common', test: /\/client\/src\/|preload-helper/, minShareCount: 8 },
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
