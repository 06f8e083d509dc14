import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { openingOf } from '../../../opening-hours/hours/centre-opening.rules.ts';
import { readOpenings } from '../../../opening-hours/hours/opening.reader.ts';
import type { BookableRequest } from '../bookable-equipment.reader.ts';
import type { OpeningFacts } from './opening-hours.rules.ts';

const closed: OpeningFacts = { opening: { rules: [], exceptions: [] }, ownHours: false };

/** When the equipment of each request can be reached. */
export const readOpeningFacts = (ctx: Context, requests: readonly BookableRequest[]): Promise<OpeningFacts[]> =>
  Promise.all(
    requests.map(async ({ equipment }) => {
      const openings = await load(ctx, readOpenings, equipment.centreId);
      return openings ? openingOf(openings, equipment.id) : closed;
    }),
  );
