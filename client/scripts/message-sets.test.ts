import { describe, expect, test } from 'vitest';
import { frame, namedIn, partSets, routeSets, textOf } from './message-sets.mjs';

const post = '/[locale=locale]/posts/[id]';
const named = (begin: string[] | undefined) => namedIn(textOf(begin ?? []));

describe('the messages that a text names', () => {
  test('are those it writes whole', () => {
    const names = namedIn("t('posts.title') + t(`posts.lead`)");
    expect(['posts.title', 'posts.lead', 'posts.titles'].filter(names)).toEqual(['posts.title', 'posts.lead']);
  });

  test('and all that begin as a template does', () => {
    const names = namedIn(`t(\`posts.kind.\${kind}\`)`);
    expect(['posts.kind.OFFER', 'posts.kinds.OFFER'].filter(names)).toEqual(['posts.kind.OFFER']);
  });
});

test('a route is sent what its components and theirs name, and nothing of other routes', () => {
  const names = named(routeSets().get(post));
  expect(['posts.reply.do', 'common.live.on', 'booking.nav.today'].filter(names)).toEqual([
    'posts.reply.do',
    'common.live.on',
  ]);
});

test('the frame brings what stands round every page', () => {
  expect(['common.signIn', 'common.error.home', 'posts.title'].filter(named(routeSets().get(frame)))).toEqual([
    'common.signIn',
    'common.error.home',
  ]);
});

test('a part of a page is sent only its own', () => {
  const names = named(partSets().get('post-view'));
  expect(['posts.reply.signIn', 'posts.reply.do'].filter(names)).toEqual(['posts.reply.signIn']);
});

test('a browser is not sent what only the server says', () => {
  const begin = routeSets().get('/[locale=locale]/equipment/[id]') ?? [];
  const keys = ['equipment.rules.title', 'equipment.rules.horizon'];
  expect(keys.filter(namedIn(textOf(begin)))).toEqual(keys);
  expect(keys.filter(namedIn(textOf(begin, true)))).toEqual(['equipment.rules.title']);
});
