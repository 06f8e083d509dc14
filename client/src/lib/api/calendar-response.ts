/** A calendar file to be taken home, named after the day it is about. */
export const calendarResponse = ({ startsAt, calendar }: { startsAt: string; calendar: string }): Response =>
  new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="talka-${startsAt.slice(0, 10)}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
