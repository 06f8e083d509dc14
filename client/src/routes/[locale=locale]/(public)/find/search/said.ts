import { inCity } from '#lib/features/search/in-city.rules.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import type { PageData } from '../$types.d.ts';
import type { Search } from './search.rules.ts';

type Words = Pick<I18n, 't' | 'format' | 'locale'>;
type Asked = Pick<PageData, 'search' | 'choices' | 'today'>;

/** What is sought, by its name; nothing where anything will do. */
export function whatOf({ t }: Pick<Words, 't'>, { search, choices }: Omit<Asked, 'today'>): string | undefined {
  const type = choices.types.find(({ key }) => key === search.what);
  if (type) return type.name;
  const group = choices.types.find((each) => each.group === search.what)?.group;
  return group && t(`equipment.group.${group}`);
}

/** `šiandien`, `šią savaitę` or the day. */
export function whenOf({ t, format }: Pick<Words, 't' | 'format'>, { date, week }: Search, today: string): string {
  if (week) return t('find.said.week');
  return date === today ? t('find.said.today') : format.day(date, 'weekday');
}

const cityOf = ({ search, choices }: Omit<Asked, 'today'>) =>
  choices.cities.find(({ slug }) => slug === search.city)?.name;

/** The search in a sentence: `Lazerinis pjovimas Vilniuje, šią savaitę`. */
export function titleOf(words: Words, asked: Asked): string {
  const { t, format, locale } = words;
  const what = whatOf(words, asked) ?? t('find.said.anything');
  const when = whenOf(words, asked.search, asked.today);
  const { near } = asked.search;
  if (near) return `${what} ${t('find.said.near', { distance: format.distance(near.within) })}, ${when}`;
  const city = cityOf(asked);
  if (!city) return `${what}, ${when}`;
  const place = locale === 'lt' ? inCity(city) : city;
  return place ? `${what} ${t('find.said.in', { place })}, ${when}` : `${what}, ${city}, ${when}`;
}

/** The search in a line, for a form that is folded up. */
export function lineOf(words: Words, asked: Asked): string {
  const { t, format } = words;
  const { search, today } = asked;
  const where = search.near
    ? t('find.said.near', { distance: format.distance(search.near.within) })
    : (cityOf(asked) ?? t('find.form.anywhere'));
  const hours = search.from || search.to ? [`${search.from || '00:00'}–${search.to || '24:00'}`] : [];
  const long = search.minutes ? [format.duration(search.minutes)] : [];
  return [whatOf(words, asked) ?? t('find.form.anything'), where, whenOf(words, search, today), ...hours, ...long].join(
    ' · ',
  );
}
