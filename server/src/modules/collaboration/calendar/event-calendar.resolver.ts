import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { calendarFile, pageOf } from '../../booking/calendar/calendar-file.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { readCities } from '../../directory/cities/city.reader.ts';
import { EventObject } from '../posts/post-kinds.type.ts';
import { excerptOf } from '../text/excerpt.rules.ts';
import { readPostTexts } from '../text/post-text.reader.ts';

const longestDescription = 500;

@Resolver(() => EventObject)
export class EventCalendarResolver {
  @FieldResolver(() => String, {
    description: 'A calendar file (text/calendar) with it; one taken again after a change updates the first.',
  })
  async calendar(
    @Ctx() ctx: Context,
    @Root() event: EventObject,
    @Arg('page', () => String, { description: 'Address of the page that shows it.' }) page: string,
  ): Promise<string> {
    const address = pageOf(page);
    const [text, city, centre] = await Promise.all([
      load(ctx, readPostTexts, event.id),
      load(ctx, readCities, event.cityId),
      event.centreId === null ? undefined : load(ctx, readCentres, event.centreId),
    ]);
    const { id, version, startsAt, endsAt, title, place, state } = event;
    return calendarFile(
      {
        ...{ id, version, startsAt, endsAt, title },
        places: [place, centre?.name, centre?.address, city?.name],
        lines: [excerptOf(text?.bodyHtml ?? '', longestDescription), address.href],
        page: address,
        cancelled: state === 'withdrawn',
      },
      ctx.now,
    );
  }
}
