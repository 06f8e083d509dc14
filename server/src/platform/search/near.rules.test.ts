import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundingBox, earthRadius, nearProblems } from './near.rules.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two points by the spherical law of cosines, independent of the SQL. */
function distance(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const cosine =
    Math.sin(radians(a.latitude)) * Math.sin(radians(b.latitude)) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.cos(radians(a.longitude - b.longitude));
  return earthRadius * Math.acos(Math.min(1, Math.max(-1, cosine)));
}

const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const point = fc.record({ latitude: degrees(90), longitude: degrees(180) });

describe('a circle on the map', () => {
  test('lies inside its box, also around the poles and the date line', () => {
    fc.assert(
      fc.property(
        point,
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (centre, within, north, east) => {
          // A point at random around the centre; far from the equator a degree of longitude is short.
          const reach = (within / earthRadius) * (180 / Math.PI);
          const latitude = Math.max(-90, Math.min(90, centre.latitude + north * reach));
          const width = reach / Math.max(0.01, Math.cos(radians(latitude)));
          const longitude = ((((centre.longitude + east * width + 180) % 360) + 360) % 360) - 180;
          fc.pre(distance(centre, { latitude, longitude }) <= within - 0.001);
          const box = boundingBox({ ...centre, within });
          expect(latitude).toBeGreaterThanOrEqual(box.south);
          expect(latitude).toBeLessThanOrEqual(box.north);
          if (!box.meridians) return;
          expect(longitude).toBeGreaterThanOrEqual(box.meridians.west);
          expect(longitude).toBeLessThanOrEqual(box.meridians.east);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('has a box not much bigger than itself', () => {
    const box = boundingBox({ latitude: 54.687, longitude: 25.28, within: 25 });
    expect(box.north - box.south).toBeCloseTo(0.4497, 3);
    expect((box.meridians?.east ?? 0) - (box.meridians?.west ?? 0)).toBeCloseTo(0.778, 2);
  });

  test.each([
    [{ latitude: 90.01, longitude: 0, within: 25 }, ['near.latitude']],
    [{ latitude: Number.NaN, longitude: 0, within: 25 }, ['near.latitude']],
    [{ latitude: 0, longitude: 180.01, within: 25 }, ['near.longitude']],
    [{ latitude: 0, longitude: 0, within: 0 }, ['near.within']],
    [{ latitude: 0, longitude: 0, within: 501 }, ['near.within']],
    [{ latitude: -91, longitude: -181, within: -1 }, ['near.latitude', 'near.longitude', 'near.within']],
    [{ latitude: 90, longitude: -180, within: 500 }, []],
  ])('%j has the problems %j', (near, fields) => {
    expect(nearProblems(near).map(({ field }) => field)).toEqual(fields);
  });
});
