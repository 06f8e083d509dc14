import { everywhere } from '#lib/features/search/place.rules.ts';
import { type Option, optionsOf, sorted } from '#lib/forms/fields/options.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import type { PageData } from '../$types.d.ts';

type Choices = PageData['choices'];
type GroupedOption = Option & { readonly group: string };

/** Types of equipment by craft. */
export function typesByCraft(types: Choices['types'], { t, format }: Pick<I18n, 't' | 'format'>) {
  const crafts = [...Map.groupBy(types, ({ group }) => group)].map(([group, members]) => ({
    value: group,
    label: t(`equipment.group.${group}`),
    types: optionsOf(members, format),
  }));
  return sorted(crafts, format);
}

/** All cities together, then each by country, the country with most centres first. */
export function cityOptions(
  cities: Choices['cities'],
  { t, format }: Pick<I18n, 't' | 'format'>,
): (Option | GroupedOption)[] {
  const countries = [...Map.groupBy(cities, ({ country }) => country.name)].map(([label, members]) => ({
    label,
    members,
    all: members.reduce((sum, { centreCount }) => sum + centreCount, 0),
  }));
  const ordered = countries.sort((one, other) => other.all - one.all || format.compare(one.label, other.label));
  const each = ordered.flatMap(({ label, members }) =>
    optionsOf(members, format).map((option) => ({ ...option, group: label })),
  );
  return [{ value: everywhere, label: t('find.form.anywhere') }, ...each];
}
