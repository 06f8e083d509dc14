import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePost } from '../../../../test/factories/collaboration.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { type Actor, visitor } from '../../../access/actor.rules.ts';
import { centreRoles } from '../../../access/roles.enums.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { postAudiences, postStates } from './post.enums.ts';
import { type GuardedPost, mayEdit, mayRead, mayReply, mayWithdraw } from './post.policy.ts';
import { listedPosts, visiblePosts } from './post.sql.ts';

let world: World;
const posts = new Map<string, GuardedPost>();
const people: string[] = [];
const centres: string[] = [];
beforeAll(async () => {
  world = await embeddedWorld();
  people.push(await makePerson(world), await makePerson(world));
  centres.push(await makeCentre(world), await makeCentre(world));
  for (const audience of postAudiences) {
    for (const state of postStates) {
      for (const centre of [...centres, null]) {
        for (const author of [...people, null]) {
          const id = await makePost(world, { audience, state, centre, author });
          const acting = { organisationId: null, actingCentreId: null };
          posts.set(id, { audience, state, centreId: centre, authorId: author, ...acting });
        }
      }
    }
  }
});
afterAll(() => world.close());

/** Anybody at all: a visitor, or a member with any roles at any of the centres. */
const anyActor = (): fc.Arbitrary<Actor> => {
  const role = fc.option(fc.constantFrom(...centreRoles));
  const member = fc
    .record({
      personId: fc.constantFrom(...people, newId()),
      roles: fc.tuple(role, role, role),
      emailVerified: fc.boolean(),
      operator: fc.boolean(),
      organisationIds: fc.constantFrom([], [newId()]),
      cityIds: fc.constantFrom([], [newId()]),
    })
    .map(({ roles, ...rights }): Actor => {
      const where = [...centres, newId()];
      const memberships = roles.flatMap((held, index) =>
        held === null ? [] : [{ centreId: where[index] ?? '', role: held }],
      );
      return { kind: 'member', sessionId: '', name: '', email: '', actingFor: null, memberships, ...rights };
    });
  return fc.oneof({ weight: 1, arbitrary: fc.constant(visitor) }, { weight: 9, arbitrary: member });
};

async function idsWhere(condition: ReturnType<typeof visiblePosts>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from post where ${condition}`.execute(rowsOf(world.em()));
  return rows.map(({ id }) => id).sort();
}

const idsOf = (chosen: (post: GuardedPost) => boolean): string[] =>
  [...posts].flatMap(([id, post]) => (chosen(post) ? [id] : [])).sort();

describe('whatever roles somebody has', () => {
  test('the database shows exactly the posts that the policy lets them read', async () => {
    await fc.assert(
      fc.asyncProperty(anyActor(), async (actor) => {
        expect(await idsWhere(visiblePosts(actor))).toEqual(idsOf((post) => mayRead(actor, post)));
        expect(await idsWhere(listedPosts(actor))).toEqual(
          idsOf((post) => post.state === 'open' && mayRead(actor, post)),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('they change or answer nothing that they may not read, and nothing that was withdrawn', () => {
    fc.assert(
      fc.property(anyActor(), (actor) => {
        for (const post of posts.values()) {
          const may = mayEdit(actor, post) || mayReply(actor, post) || mayWithdraw(actor, post);
          if (may) expect(mayRead(actor, post) && post.state === 'open').toBe(true);
        }
      }),
    );
  });
});
