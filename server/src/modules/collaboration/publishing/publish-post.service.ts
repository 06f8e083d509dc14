import { roleAt } from '../../../access/actor.rules.ts';
import { type Context, confirmed } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { idempotent } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput } from '../../../shared/errors.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { City } from '../../directory/cities/city.entity.ts';
import { EquipmentType } from '../../vocabulary/equipment-types/equipment-type.entity.ts';
import { Post } from '../posts/post.entity.ts';
import { postPublished } from '../posts/post.events.ts';
import { type WrittenText, writeText } from '../text/written-text.ts';
import { authorRelations } from './author-relations.ts';
import { readDraftReferences } from './draft-references.reader.ts';
import { type PostDraft, type SettledPost, settleDraft } from './post-draft.rules.ts';

/**
 * Publishes a post for the actor, or whom they act for, and returns its id; an equal request with the same
 * key returns the id of the first. Needs a confirmed e-mail address. Throws BAD_INPUT with every problem.
 */
export async function publishPost(ctx: Context, draft: PostDraft, idempotencyKey: string): Promise<string> {
  confirmed(ctx);
  return transact(ctx, async (tx) => {
    const operation = `publish.${draft.kind}`;
    const { id } = await idempotent(tx, operation, { ...draft, idempotencyKey }, async (newId) => {
      write(tx, newId, await settle(tx, draft));
      return undefined;
    });
    return id;
  });
}

async function settle(tx: Context, draft: PostDraft): Promise<SettledPost & WrittenText> {
  const named = await readDraftReferences(tx, draft);
  const belongsToCentre = named.centre ? roleAt(tx.actor, named.centre.id) !== undefined : false;
  const text = writeText(draft.body);
  const problems = 'bodyHtml' in text ? [] : text;
  const result = settleDraft(draft, { ...named, belongsToCentre, now: tx.now }, problems);
  if ('bodyHtml' in text && 'kind' in result) return { ...result, ...text };
  throw badInput('kind' in result ? problems : result);
}

function write(tx: Context, id: string, post: SettledPost & WrittenText): void {
  const { cityId, centreId, equipmentTypes, ...facts } = post;
  const { author, ...acting } = authorRelations(tx);
  tx.em.create(Post, {
    ...facts,
    id,
    state: 'open',
    city: tx.em.getReference(City, cityId),
    centre: centreId === null ? null : tx.em.getReference(Centre, centreId),
    equipmentTypes: equipmentTypes.map((key) => tx.em.getReference(EquipmentType, key)),
    author,
    ...acting,
    createdAt: tx.now,
  });
  record(tx, postPublished({ ...post, id, authorId: author.id }));
}
