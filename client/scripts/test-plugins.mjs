// What tests of components need: they are compiled as on the server, with the messages of the pages.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { messages } from './messages-plugin.mjs';

export const componentPlugins = () => [svelte({ configFile: false }), messages()];
