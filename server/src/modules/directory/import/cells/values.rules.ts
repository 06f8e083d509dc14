/** A web address as it is stored, or null where the text is none. */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && hostname.includes('.') ? text : null;
}

/** An IANA time zone such as `Europe/Vilnius`, or null. Offsets are none: they know no summer time. */
export function timeZone(text: string): string | null {
  if (!/^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text;
  } catch {
    return null;
  }
}

/** An ISO 4217 code, or null. */
export function currencyCode(text: string): string | null {
  const code = text.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : null;
}

/** BCP 47 tags parted by `|`, comma, semicolon or space, or null where one of them is none. */
export function languageTags(text: string): string[] | null {
  const tags = text.split(/[|,;\s]+/).filter((tag) => tag !== '');
  try {
    return [...new Set(Intl.getCanonicalLocales(tags))];
  } catch {
    return null;
  }
}

/** One BCP 47 tag, or null. */
export function languageTag(text: string): string | null {
  const tags = languageTags(text);
  return tags?.length === 1 ? (tags[0] ?? null) : null;
}

/** A day of the calendar, `YYYY-MM-DD`, not after `today`; or null. */
export function pastDay(text: string, today: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text > today) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** An e-mail address as it is stored, or null where the text is none. */
export const emailAddress = (text: string): string | null =>
  text.length <= 254 && /^[^\s@<>()",;:?&]+@[^\s@<>()",;:?&]+\.[^\s@<>()",;:?&.]+$/.test(text) ? text : null;

/** A telephone number as it is written, or null where the text is none. */
export function phoneNumber(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  return text.length <= 40 && digits >= 5 && digits <= 20 && /^\+?[\d\s().,/-]+$/.test(text) ? text : null;
}
