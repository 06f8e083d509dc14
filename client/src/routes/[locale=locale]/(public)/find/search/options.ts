import { type Option, optionsOf, sorted } from '#lib/forms/fields/options.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import type { PageData } from '../$types.d.ts';

type Choices = PageData['choices'];
type GroupedOption = Option & { readonly group: string };

/** Types of equipment by craft, each craft as a whole first. */
export function typeOptions(types: Choices['types'], { t, format }: Pick<I18n, 't' | 'format'>): GroupedOption[] {
  const groups = [...Map.groupBy(types, ({ group }) => group)].map(([group, members]) => ({
    group,
    members,
    label: t(`equipment.group.${group}`),
  }));
  return sorted(groups, format).flatMap(({ group, members, label }) => [
    { value: group, label: t('find.form.whole', { group: label }), group: label },
    ...optionsOf(members, format).map((option) => ({ ...option, group: label })),
  ]);
}

/** Cities by country, the country with most centres first. */
export function cityOptions(cities: Choices['cities'], { format }: Pick<I18n, 'format'>): GroupedOption[] {
  const countries = [...Map.groupBy(cities, ({ country }) => country.name)].map(([label, members]) => ({
    label,
    members,
    all: members.reduce((sum, { centreCount }) => sum + centreCount, 0),
  }));
  const ordered = countries.sort((one, other) => other.all - one.all || format.compare(one.label, other.label));
  return ordered.flatMap(({ label, members }) =>
    optionsOf(members, format).map((option) => ({ ...option, group: label })),
  );
}
