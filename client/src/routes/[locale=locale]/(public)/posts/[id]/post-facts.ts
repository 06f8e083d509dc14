import type { I18n } from '#lib/i18n/i18n.ts';
import type { FullPost } from './post-page.ts';

/** One fact of a post with its name. */
export interface Fact {
  readonly name: string;
  readonly value: string | undefined;
  /** A second line of the value. */
  readonly more?: string | undefined;
  readonly note?: string | undefined;
  readonly wide?: boolean;
}

/** The facts of a post by its kind; those that are not given have no value. */
export function factsOf({ t, format }: Pick<I18n, 't' | 'format'>, post: FullPost): Fact[] {
  switch (post.__typename) {
    case 'Offer':
    case 'Request': {
      const isOffer = post.__typename === 'Offer';
      return [
        { name: t(isOffer ? 'posts.fact.offered' : 'posts.fact.sought'), value: t(`posts.subject.${post.subject}`) },
        { name: t('posts.fact.terms'), value: t(`post.terms.${post.terms}`) },
        { name: t('posts.fact.quantity'), value: post.quantity ?? undefined },
        {
          name: t(isOffer ? 'posts.fact.validUntil' : 'posts.fact.neededBy'),
          value: post.validUntil ? format.day(post.validUntil) : undefined,
        },
      ];
    }
    case 'Event': {
      const { startsAt, endsAt, zone } = post;
      const oneDay = format.dayOf(startsAt, zone) === format.dayOf(endsAt, zone);
      return [
        {
          name: t('posts.fact.time'),
          value: oneDay ? format.date(startsAt, 'weekday', { zone }) : format.range(startsAt, endsAt, { zone }),
          more: oneDay ? format.times(startsAt, endsAt, { zone }) : undefined,
          note: format.foreignZone(zone, startsAt),
          wide: true,
        },
        { name: t('posts.fact.place'), value: post.place ?? undefined, wide: true },
        { name: t('posts.fact.remote'), value: post.remote ? t('posts.fact.remoteYes') : undefined, wide: true },
        { name: t('posts.fact.seats'), value: post.seats === null ? undefined : format.number(post.seats) },
      ];
    }
    case 'Discussion':
      return [];
  }
}
