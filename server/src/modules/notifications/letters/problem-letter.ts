import type { MessageKey } from '../../../messages/catalogues.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { clockTime, dayName } from '../../../shared/text/wording.rules.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { mayHandle } from '../../problems/problem.policy.ts';
import { findProblem, type ProblemRow } from '../../problems/problem.reader.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';
import { pageAddress } from './addresses.ts';
import type { Letter } from './letter.ts';

/** The letter about a problem: to who handles it, with its words, or to who reported it, with how it ended. */
export async function composeProblemLetter(
  reader: Context,
  { kind, objectId }: NotificationRow,
): Promise<Letter | undefined> {
  const problem = await findProblem(reader, objectId);
  if (!problem) return undefined;
  const [equipment, unit, centre] = await Promise.all([
    load(reader, readEquipment, problem.equipmentId),
    load(reader, readUnits, problem.unitId),
    load(reader, readCentres, problem.centreId),
  ]);
  if (!equipment || !unit || !centre) return undefined;
  const { locale } = reader;
  const machine = `${equipment.name}, ${unit.name}`;
  const ended = kind === 'problem_ended';
  if (!ended && problem.closedAt !== null) return undefined;
  const say = (key: MessageKey, parameters = {}) => translate(locale, key, { machine, ...parameters });
  const path = mayHandle(reader.actor, problem)
    ? `/desk/${centre.slug}/problems/${problem.id}`
    : `/problems/${problem.id}`;
  return {
    subject: say(subjects(problem)[kind as keyof ReturnType<typeof subjects>]),
    paragraphs: paragraphs(problem, kind).map(([key, at]) =>
      say(key, at ? { until: timeOf(at, centre.zone, reader) } : {}),
    ),
    quote: ended ? undefined : problem.words || undefined,
    action: { label: say('problems.told.open'), url: pageAddress(reader, path) },
    thread: `problem-${problem.id}`,
  };
}

const subjects = ({ kind }: ProblemRow) =>
  ({
    problem_reported: kind === 'danger' ? 'problems.told.danger' : 'problems.told.reported',
    problem_moved_on: 'problems.told.movedOn',
    problem_ended: 'problems.told.ended',
  }) as const;

function paragraphs({ state, endsAt }: ProblemRow, kind: string): (readonly [MessageKey, Date?])[] {
  if (kind === 'problem_ended') return [[state === 'fixed' ? 'problems.told.fixed' : 'problems.told.noFault']];
  if (endsAt === null) return [];
  return [[kind === 'problem_moved_on' ? 'problems.told.movedOnText' : 'problems.told.stopped', endsAt]];
}

const timeOf = (at: Date, zone: string, { locale, now }: Context) =>
  `${dayName(at.getTime(), zone, locale, now.getTime())} ${clockTime(at.getTime(), zone, locale)}`;
