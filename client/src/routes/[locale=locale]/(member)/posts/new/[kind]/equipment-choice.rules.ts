import type { graphql } from '#lib/api/graphql.ts';

export interface EquipmentType {
  readonly key: string;
  readonly name: string;
  readonly group: ReturnType<typeof graphql.scalar<'EquipmentGroup'>>;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a name holds every word sought, accents or not. */
export function matches({ name }: Pick<EquipmentType, 'name'>, sought: string): boolean {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  return words.every((word) => plain(name).includes(word));
}
