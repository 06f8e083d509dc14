import { centreModels } from '@talka/server/modules/directory/centres/centre.enums.ts';

/** The models of centres as the API writes them. */
export type CentreModel = Uppercase<(typeof centreModels)[number]>;

const known = new Set<string>(centreModels.map((model) => model.toUpperCase()));

export const isModel = (text: string): text is CentreModel => known.has(text);
