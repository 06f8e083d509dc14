import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { findPost } from '../../collaboration/posts/post.reader.ts';
import { readReplies } from '../../collaboration/replies/reply.reader.ts';
import { excerptOf } from '../../collaboration/text/excerpt.rules.ts';
import { loadParty } from '../../people/acting-for/party.reader.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';
import { pageAddress } from './addresses.ts';
import type { Letter } from './letter.ts';

/** Characters of a reply that its letter shows. */
const longestQuote = 600;

/** The letter about a reply to a post that the reader wrote, or replied to before. */
export async function composeReplyLetter(
  reader: Context,
  { kind, objectId }: NotificationRow,
): Promise<Letter | undefined> {
  const reply = await load(reader, readReplies, objectId);
  if (!reply) return undefined;
  const { locale } = reader;
  const post = await findPost(reader, reply.postId);
  const person = reply.authorId === null ? undefined : await load(reader, readPeople, reply.authorId);
  const party = await loadParty(reader, reply);
  const author = [person?.name, party?.name].filter(Boolean).join(', ');
  const key = kind === 'post_replied' ? 'post_replied' : 'discussion_continued';
  return {
    subject: translate(locale, `notifications.${key}.subject`, { title: post.title }),
    paragraphs: [
      translate(locale, `notifications.${key}.what`, { title: post.title, author, named: author ? 'yes' : 'no' }),
    ],
    quote: excerptOf(reply.bodyHtml, longestQuote),
    action: {
      label: translate(locale, 'notifications.reply.show'),
      url: pageAddress(reader, `/posts/${post.id}#reply-${reply.id}`),
    },
    thread: `post-${post.id}`,
  };
}
