import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { gather } from '../../../modules.ts';
import { auditWords } from './audit-words.ts';

interface Entry {
  kind: string;
  words: string;
  actor: { name: string } | null;
  person: { name: string } | null;
  reason: string | null;
}
interface Audit {
  desk: { audit: { nodes: Entry[]; totalCount: number }; auditKinds: { kind: string; words: string }[] };
}

let world: World;
let centre: string;
let manager: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centre = await makeCentre(world, { slug: 'cechas' });
  manager = await makePerson(world, { name: 'Rūta' });
  await makeMembership(world, { personId: manager, centreId: centre, role: 'manager' });
});
afterAll(() => world.close());

const question = `query ($personId: ID, $kind: String) {
  desk(centreSlug: "cechas") {
    auditKinds { kind words }
    audit(personId: $personId, kind: $kind) { totalCount nodes { kind words reason actor { name } person { name } } }
  }
}`;
const ask = (who: string, variables: Record<string, unknown> = {}) => world.ask<Audit>(who, question, variables);
const impact = 'query ($id: ID!) { membershipImpact(membershipId: $id) { fingerprint } }';
const end = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { __typename } }';

async function endOf(name: string, reason: string): Promise<string> {
  const personId = await makePerson(world, { name });
  const membershipId = await makeMembership(world, { personId, centreId: centre });
  const { data } = await world.ask<{ membershipImpact: { fingerprint: string } }>(manager, impact, {
    id: membershipId,
  });
  const input = { membershipId, reason, fingerprint: data?.membershipImpact.fingerprint };
  const { errors } = await world.ask(manager, end, { input });
  expect(errors).toBeUndefined();
  return personId;
}

describe('the audit of a centre', () => {
  test('tells a manager who did what to whom, and why', async () => {
    const left = await endOf('Ona', 'Moved away');
    await endOf('Jonas', 'Broke the rules');
    const { data, errors } = await ask(manager, { personId: left });
    expect(errors).toBeUndefined();
    expect(data?.desk.audit).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ kind: 'membership.ended', words: 'Ended a membership', reason: 'Moved away' },
          ...{ actor: { name: 'Rūta' }, person: { name: 'Ona' } },
        },
      ],
    });
    const all = await ask(manager, { kind: 'membership.ended' });
    expect(all.data?.desk.audit.nodes.map(({ reason }) => reason).sort()).toEqual(['Broke the rules', 'Moved away']);
    expect(all.data?.desk.auditKinds).toEqual([{ kind: 'membership.ended', words: 'Ended a membership' }]);
  });

  test.each(['member', 'host', 'staff'] as const)('is kept from %s', async (role) => {
    const personId = await makePerson(world);
    await makeMembership(world, { personId, centreId: centre, role });
    const { data, errors } = await ask(personId);
    expect(data?.desk ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
  });

  test.each([{ personId: 'x' }, { kind: '\u0000' }, { kind: 'x'.repeat(61) }])('knows nothing of %j', async (what) => {
    expect((await ask(manager, what)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  test('has words for every act that is kept', () => {
    const kept = gather('events').filter(({ isAudited }) => isAudited);
    expect(kept.map(({ type }) => type).filter((type) => !Object.hasOwn(auditWords, type))).toEqual([]);
  });
});
