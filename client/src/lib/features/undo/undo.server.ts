import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { text } from '#lib/forms/schema.server.ts';
import { Undo } from './undo.documents.ts';

/** Takes back what was done on the page, or says who has the time meanwhile. */
export const undoAction = action(
  z.object({ step: text }),
  Undo,
  ({ step }) => ({ id: step }),
  ({ undo }, _event, typed) =>
    undo.__typename === 'BookingRefused'
      ? fail(409, { typed, notUndone: undo.reasons.map(({ message }) => message) })
      : { undone: typed.step ?? '' },
);
