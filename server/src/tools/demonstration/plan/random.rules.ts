import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from `least` to `most`, both inside. */
  between(least: number, most: number): number;
  /** True with a probability of 0 to 1. */
  chance(probability: number): boolean;
  /** One of the list. Throws RangeError where the list is empty. */
  pick<T>(list: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const between = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    between,
    chance: (probability) => between(0, 999_999) < probability * 1_000_000,
    pick: (list) => {
      const index = between(0, Math.max(0, list.length - 1));
      if (!(index in list)) throw new RangeError('nothing to pick from');
      return list[index] as (typeof list)[number];
    },
  };
}
