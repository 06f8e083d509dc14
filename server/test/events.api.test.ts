import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gather } from '../src/modules.ts';
import type { AnyEvent } from '../src/platform/events/define-event.ts';
import { record } from '../src/platform/events/record.ts';
import { consumers } from '../src/queues.ts';
import { embeddedWorld } from './world.ts';

const sources = join(import.meta.dirname, '../src/modules');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) => /\.events\.ts$/.test(path));
const isEvent = (value: unknown): value is AnyEvent => typeof value === 'function' && 'unconsumed' in value;
const defined = (
  await Promise.all(files.map(async (path) => Object.values(await import(join(sources, path))).filter(isEvent)))
).flat();

describe('every event', () => {
  test('that a module defines is listed by it', () => {
    const types = (events: readonly AnyEvent[]) => events.map(({ type }) => type).sort();
    expect(types(gather('events'))).toEqual(types(defined));
    expect(defined.length).toBeGreaterThan(5);
  });

  test('has a name of its own: subject and past tense', () => {
    expect(new Set(defined.map(({ type }) => type)).size).toBe(defined.length);
    for (const { type } of defined) expect(type).toMatch(/^[a-z_]+\.[a-z_]+(ed|de|ent|ne|wn)$/);
  });

  test('has a consumer, or a reason for none', () => {
    const consumed = new Set(consumers.flatMap(({ types }) => types));
    for (const { type, unconsumed } of defined) {
      expect({ type, reason: unconsumed ?? '', consumed: consumed.has(type) }).toEqual(
        consumed.has(type)
          ? { type, reason: '', consumed: true }
          : { type, reason: expect.stringMatching(/\w+ \w+ \w+/), consumed: false },
      );
    }
  });

  test('has an audience and a topic, or is not recorded at all', async () => {
    const world = await embeddedWorld();
    const ctx = await world.contextFor(null);
    const event = { type: 'test.happened', subject: {}, audiences: ['public'] as const, topics: ['test'] };
    expect(() => record(ctx, event)).not.toThrow();
    for (const none of [{ audiences: [] }, { topics: [] }]) {
      expect(() => record(ctx, { ...event, ...none })).toThrow('nobody could ever hear of test.happened');
    }
    await world.close();
  });
});

test('durable consumers have names of their own', () => {
  const names = consumers.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
