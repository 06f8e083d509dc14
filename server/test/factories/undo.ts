import { rowsOf } from '../../src/platform/database/database.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

/** Something that a person did just now and may take back, in name only. */
export const makeUndoStep = (world: World, { personId, booking }: { personId: string; booking: string }) =>
  rowsOf(world.em())
    .insertInto('undo_step')
    .values({
      ...{ id: newId(), person_id: personId, act: 'check_in', object_id: booking },
      ...{ before: {}, done_at: world.now },
    })
    .execute();
