import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataDirectory, findDataDirectory } from './data-directory.ts';

it.each(['src/platform/files', 'src/modules/directory/import', 'dist', '.'])(
  'the data files are found from %s',
  (folder) => {
    const server = join(import.meta.dirname, '../../..');
    expect(findDataDirectory(join(server, folder))).toBe(join(server, 'data'));
  },
);

it('the folder holds the list of centres', () => {
  expect(existsSync(join(dataDirectory(), 'centres.csv'))).toBe(true);
});

it('outside the package there are none', () => {
  expect(() => findDataDirectory('/')).toThrow('@talka/server');
});
