import { type LocalDay, readMoment, writeMoment } from '#lib/time/local-day.rules.ts';
import type { Picked } from './pick.rules.ts';

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

/** The moment of a parameter that carries a full instant, as links from other pages do. */
export function readInstant(text: string | null): number | undefined {
  const at = text && isInstant.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** What an address asks for: a time, nothing, or something that is no time. */
export type AskedPick = { readonly pick: Picked | null; readonly problem?: 'time' | 'order' };

/** Reads `from`, `to` and `unit` of an address; wall-clock times count from the first of the days. */
export function readPick(query: URLSearchParams, days: readonly LocalDay[], unitIds: readonly string[]): AskedPick {
  const [from, to] = [query.get('from'), query.get('to')];
  if (!from && !to) return { pick: null };
  const start = readInstant(from) ?? readMoment(from, days);
  const end = readInstant(to) ?? readMoment(to, days);
  if (start === undefined || end === undefined) return { pick: null, problem: 'time' };
  if (end <= start) return { pick: null, problem: 'order' };
  const unit = query.get('unit');
  return { pick: { start, end, unitId: unit && unitIds.includes(unit) ? unit : null } };
}

/** The address of a pick on its page; `days` are those the page knows. */
export function pickQuery(pick: Picked, days: readonly LocalDay[], more: Record<string, string> = {}): string {
  const day = days.findIndex(({ start, end }) => start <= pick.start && pick.start < end);
  const known = days.slice(Math.max(day, 0));
  const moment = (at: number) => writeMoment(at, known) ?? new Date(at).toISOString();
  const query = new URLSearchParams({ ...(known[0] && { date: known[0].date }), ...more });
  query.set('from', moment(pick.start));
  query.set('to', moment(pick.end));
  if (pick.unitId) query.set('unit', pick.unitId);
  return query.toString().replaceAll('%3A', ':');
}

/** The address of a time on the page of any equipment, for pages that do not know its days. */
export function slotQuery({
  startsAt,
  endsAt,
  unit,
}: {
  startsAt: string;
  endsAt: string;
  unit?: { id: string };
}): string {
  const short = (instant: string) => instant.replace(/:00(\.000)?Z$/, 'Z');
  return `from=${short(startsAt)}&to=${short(endsAt)}${unit ? `&unit=${unit.id}` : ''}`;
}
