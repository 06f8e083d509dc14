import { defineEntity, p } from '@mikro-orm/core';
import { codePurposes } from './email-code.enums.ts';

/** Somebody who waits for a code from a mailbox. Until it comes there is no account of theirs, and nothing they may do. */
const EmailCodeSchema = defineEntity({
  name: 'EmailCode',
  properties: {
    id: p.uuid().primary(),
    purpose: p.enum(codePurposes),
    /** Not unique: anyone may type anyone's address, and must not take the owner's code away by it. */
    email: p.string().length(254).index(),
    /** Typed at a sign-up. */
    name: p.string().length(120).nullable(),
    /** Of the password typed at a sign-up; counts only in the browser where it was typed. */
    password: p.text().nullable(),
    /** BCP 47. */
    locale: p.string().length(16),
    /** The address of ours to go on to, from whatever device. */
    next: p.text().nullable(),
    /** Digest of what the browser that asked holds. */
    ticket: p.string().length(64).unique(),
    /** Digest of what the link of the letter holds. */
    link: p.string().length(64).unique(),
    /** Keyed digest of the code, which alone is short enough to be tried out. */
    code: p.string().length(64),
    /** How many codes were tried since the last letter. */
    attempts: p.integer().default(0),
    /** When the last letter went out. */
    sentAt: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});
export class EmailCode extends EmailCodeSchema.class {}
EmailCodeSchema.setClass(EmailCode);
