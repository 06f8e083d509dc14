// Builds the script that starts the parts of a visitor's page, under an address that the server can tell.
import { fileURLToPath } from 'node:url';

/**
 * @param {string} version the name of this build
 * @returns {import('vite').Plugin}
 */
export function parts(version) {
  return {
    name: 'talka:parts',
    apply: 'build',
    buildStart() {
      if (this.environment.name !== 'client') return;
      this.emitFile({
        type: 'chunk',
        id: fileURLToPath(new URL('../src/lib/parts/start.ts', import.meta.url)),
        fileName: `_app/immutable/entry/parts.${version}.js`,
        preserveSignature: 'strict',
      });
    },
  };
}
