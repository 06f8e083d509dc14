/** Shortest and longest password, in characters; length is worth more than signs and digits. */
export const passwordLength = { least: 10, most: 128 } as const;

/** How long somebody stays signed in, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** How recent a sign-in must be for what opens an account for good, such as a new passkey, in seconds. */
export const freshSeconds = 60 * 60;

/** How long a trusted device signs in without a second factor, in seconds. */
export const trustedDeviceSeconds = 30 * 24 * 60 * 60;

/** The longest address that mail can carry (RFC 5321). */
const longestEmail = 254;

/** Whether an address is short enough to be kept; its form is checked where it comes in. */
export const isKeepableEmail = (email: string): boolean => email.length <= longestEmail;

/** How long the links of e-mails work. */
export const linkHours = { confirm: 24, reset: 1 } as const;

/** Text that the database can keep: without NUL and halves of characters. */
export const isKeepableText = (value: string): boolean => !value.includes('\0') && value.isWellFormed();
