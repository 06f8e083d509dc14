import { type CentreModel, centreModels } from '../../centres/centre.enums.ts';

/** Words of other lists for a kind of centre, and the model each belongs to. */
const kinds: Readonly<Record<string, CentreModel>> = {
  art_incubator: 'arts_incubator',
  residency_education_centre: 'arts_incubator',
  university_makerspace: 'makerspace',
  library_makerspace: 'makerspace',
  museum_makerspace: 'makerspace',
  mini_fab_lab: 'fab_lab',
  mobile: 'fab_lab',
  startup_hub: 'startup_incubator',
  incubator: 'startup_incubator',
  creative_quarter: 'creative_hub',
  creative_centre: 'creative_hub',
  performing_arts_centre: 'cultural_centre',
  cultural_complex: 'cultural_centre',
  culture_centre: 'cultural_centre',
  event_gallery_space: 'cultural_centre',
  citizen_science_lab: 'citizen_lab',
};

const models: ReadonlySet<string> = new Set(centreModels);

/** The model of a centre from the word a list uses for it; null where the word is not known. */
export function modelOfKind(word: string): CentreModel | null {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return models.has(key) ? (key as CentreModel) : Object.hasOwn(kinds, key) ? (kinds[key] ?? null) : null;
}
