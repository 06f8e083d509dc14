import { may } from '../../../access/rights.rules.ts';
import { db } from '../../../platform/context/context.ts';
import { definePictureSubject, type PictureSubject } from './subject.ts';

/** What earlier modules have that pictures show. */
export const pictureSubjects: readonly PictureSubject[] = [
  definePictureSubject({
    type: 'centre',
    most: 20,
    open: true,
    async find(ctx, id) {
      const centre = await db(ctx).selectFrom('centre').select('id').where('id', '=', id).executeTakeFirst();
      const mayChange = may(ctx.actor, 'edit-pictures', id);
      return centre && { centreId: id, mayAdd: mayChange, mayChange };
    },
  }),
  definePictureSubject({
    type: 'equipment',
    most: 12,
    open: true,
    async find(ctx, id) {
      const equipment = await db(ctx)
        .selectFrom('equipment')
        .select(['centre_id', 'withdrawn_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!equipment) return undefined;
      const mayChange = may(ctx.actor, 'edit-pictures', equipment.centre_id);
      if (equipment.withdrawn_at && !mayChange) return undefined;
      return { centreId: equipment.centre_id, mayAdd: mayChange, mayChange };
    },
  }),
  definePictureSubject({
    type: 'organisation',
    most: 6,
    open: true,
    async find(ctx, id) {
      const { actor } = ctx;
      const there = await db(ctx).selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst();
      const mayChange = actor.kind === 'member' && actor.organisationIds.includes(id);
      return there && { centreId: null, mayAdd: mayChange, mayChange };
    },
  }),
  definePictureSubject({
    type: 'person',
    most: 1,
    open: true,
    async find(ctx, id) {
      const { actor } = ctx;
      const there = await db(ctx).selectFrom('person').select('demonstration').where('id', '=', id).executeTakeFirst();
      // An invented person is everybody's who tries them.
      const mayChange = actor.kind === 'member' && actor.personId === id && !there?.demonstration;
      return there && { centreId: null, mayAdd: mayChange, mayChange };
    },
  }),
];
