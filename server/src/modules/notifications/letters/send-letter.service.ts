import type { Logger } from 'pino';
import { type Context, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { sendEmail } from '../../../platform/mail/email.job.ts';
import type { Email } from '../../../platform/mail/email.ts';
import { readActor } from '../../people/acting-for/actor.reader.ts';
import { readLocales } from '../../people/persons/person.reader.ts';
import { emailSwitch } from '../email-stops/email-stop.service.ts';
import { categoryOf } from '../notices/notification.enums.ts';
import { findUnsent, isTakenBack, type NotificationRow } from '../notices/notification.reader.ts';
import { readCausedBefore } from './caused-letters.reader.ts';
import { compose } from './compose.ts';
import type { Letter } from './letter.ts';
import { letterLayout } from './letter-layout.ts';

/** How many letters of a kind somebody may make another get within a day. */
export const mostCausedLetters = 30;

/**
 * Writes the e-mail of a notification as things are now, unless its person stopped such e-mails, may no longer see
 * what it is about, was told something newer of it, or got too many because of the same person. It is handed over and
 * marked in one transaction: once, whoever is killed when.
 */
export async function sendLetter(ctx: Context, notificationId: string, log: Pick<Logger, 'warn'>): Promise<void> {
  await transact(ctx, async (tx) => {
    if (await isTakenBack(tx, notificationId)) return;
    const notification = await findUnsent(tx, notificationId);
    if (!notification) return;
    const { personId, kind } = notification;
    const reader = await asPerson(tx, personId);
    if (!reader.actor.emailVerified) return;
    const { token, stopped } = await emailSwitch(tx, personId, categoryOf[kind]);
    const letter = stopped ? undefined : await compose(reader, notification);
    if (!letter || (await isTooMuch(tx, notification, log))) return;
    await sendEmail(tx, address(reader, notification, letter, token));
    await db(tx).updateTable('notification').set({ emailed_at: tx.now }).where('id', '=', notificationId).execute();
  });
}

/** Whether one person already made another get all the letters of a kind that they may; said once in the log. */
async function isTooMuch(tx: Context, notification: NotificationRow, log: Pick<Logger, 'warn'>): Promise<boolean> {
  const before = await readCausedBefore(tx, notification);
  if (!before || before.letters < mostCausedLetters) return false;
  const { id, kind } = notification;
  if (before.lastWasSent)
    log.warn({ notification: id, kind }, 'one person causes another too many letters: no more today');
  return true;
}

/** The transaction as a person sees it, with the rights that hold now, in the language of their e-mails. */
async function asPerson(tx: Context, personId: string) {
  const actor = await readActor(tx.em, personId, tx.now, null);
  const locale = (await readLocales(tx, [personId])).get(personId) ?? tx.locale;
  return { ...tx, actor, locale, loaders: new Map() };
}

function address(
  { actor, locale, origin, now }: Awaited<ReturnType<typeof asPerson>>,
  { id, kind, reason }: NotificationRow,
  letter: Letter,
  token: string,
): Email {
  const { hostname } = new URL(origin);
  const category = categoryOf[kind];
  const around = {
    greeting: { key: 'mail.greeting', parameters: { name: actor.name } },
    why: { key: `notifications.why.${reason}` },
    stop: { label: { key: `notifications.stop.${category}` }, url: `${origin}/${locale}/email-stop/${token}` },
  } as const;
  return {
    to: actor.email,
    locale,
    ...letterLayout({ letter, ...around }, locale),
    attachments: letter.attachments ?? [],
    ...(letter.until && { hours: (letter.until.getTime() - now.getTime()) / 3_600_000 }),
    headers: {
      'Message-ID': `<${id}@${hostname}>`,
      References: `<${letter.thread}@${hostname}>`,
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${origin}/api/email-stop/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
