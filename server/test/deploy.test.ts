import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import bundle from '../rolldown.config.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

const containerfile = read('deploy/Containerfile');
const compose = read('deploy/compose.yaml');
const units = ['talka', 'talka@.service', 'talka-backup.service']
  .map((name) => read(`deploy/systemd/${name}`))
  .join('\n');
const guide = read('docs/operations.md');

test('the container runs the Node.js that the project is tested with', () => {
  const { devDependencies } = JSON.parse(read('package.json'));
  const versions = all(containerfile, /^FROM docker\.io\/library\/node:(\d+\.\d+\.\d+)-/gm);
  expect(new Set(versions)).toEqual(new Set([devDependencies.node]));
  expect(read('pnpm-workspace.yaml')).toContain(`nodeVersion: ${devDependencies.node}\n`);
});

test('what the container is built from is there and not left out', () => {
  const copied = all(containerfile, /^COPY (?!--from)(.+) \S+$/gm)
    .flatMap((sources) => sources.split(' '))
    .concat(all(containerfile, /^COPY --from=build \/talka\/(\S+) /gm).filter((path) => !/(dist|build)$/.test(path)));
  expect(copied).toContain('server/data');
  for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true);
  const leftOut = read('.dockerignore').split('\n');
  expect(leftOut).toEqual(expect.arrayContaining(['.git', 'data', '.env', '**/node_modules', '**/dist', '**/build']));
  expect(leftOut.filter((line) => copied.includes(line))).toEqual([]);
});

test('the list of packages is copied for each part of the workspace', () => {
  const parts =
    read('pnpm-workspace.yaml')
      .match(/^packages: \[(.+)\]$/m)?.[1]
      ?.split(', ') ?? [];
  expect(parts).toContain('server');
  for (const part of parts) expect(containerfile).toContain(`COPY ${part}/package.json ${part}/\n`);
});

test('what the operator has to say for the containers stands in the example', () => {
  const asked = all(compose, /\$\{([A-Z_]+)(?::\?[^}]*)?\}/g);
  const example = all(read('deploy/example.env'), /^([A-Z_]+)=/gm);
  expect([...new Set(asked)].sort()).toEqual(example.sort());
});

test('containers, units and guide run programs that the build makes', () => {
  const made = Object.keys(bundle.input as Record<string, string>);
  for (const text of [containerfile, compose, units, guide]) {
    const run = all(text, /server\/dist\/([\w-]+)\.js/g);
    expect(run.length).toBeGreaterThan(0);
    expect(run.filter((name) => !made.includes(name))).toEqual([]);
  }
});

test('the guide names files and services that are there', () => {
  const files = all(guide, /\b(deploy\/[\w./@-]*\w)/g).filter(
    (path) => path !== 'deploy/.env' && !path.endsWith('/talka'),
  );
  expect(files).toContain('deploy/systemd/talka.env');
  for (const path of files) expect(existsSync(join(root, path)), path).toBe(true);
  const services = all(compose, /^ {2}([\w-]+):/gm);
  const named = all(guide, /compose\.yaml (?:run --rm(?: -T)?|exec(?: -T)?|stop|up [-\w ]*--wait) ([\w-]+)/g);
  expect(named).toContain('backup');
  expect(named.filter((name) => !services.includes(name))).toEqual([]);
});
