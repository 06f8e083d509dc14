import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const { dependencies } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};
// Workspace packages are bundled, everything from the registry is loaded from node_modules.
const external = Object.keys(dependencies)
  .filter((name) => !name.startsWith('@talka/'))
  .map((name) => new RegExp(`^${name}(/|$)`));

export default defineConfig({
  input: {
    main: 'src/main.ts',
    migrate: 'src/migrate.ts',
    import: 'src/import.ts',
    'emit-schema': 'src/emit-schema.ts',
  },
  platform: 'node',
  external,
  tsconfig: '../tsconfig.json',
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
});
