/** What may become of a booking that loses its time. */
export const actions = ['KEEP', 'MOVE', 'OFFER', 'CANCEL'] as const;
export type Action = (typeof actions)[number];

/** What was typed about everybody who is affected, as a form sends it. */
export interface Answers {
  readonly fingerprint: string;
  readonly standard: string;
  readonly message: string;
  /** By the ids of bookings: an action, or one with a time as {@link choiceOf} writes it. */
  readonly choices: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

interface Time {
  readonly unit: { readonly id: string };
  readonly startsAt: string;
  readonly endsAt: string;
}

/** An action with the time that it gives. */
export const choiceOf = (action: 'MOVE' | 'OFFER', { unit, startsAt, endsAt }: Time): string =>
  [action, unit.id, startsAt, endsAt].join(' ');

const row = /^impact\.([0-9a-f-]{36})\.(choice|reason)$/;

/** What the fields of `impact.svelte` send. */
export function readAnswers(sent: Readonly<Record<string, unknown>>): Answers {
  const at = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '');
  const fields = Object.keys(sent).flatMap((name) => {
    const [, id, part] = row.exec(name) ?? [];
    return id && at(name).trim() ? [{ id, part, value: at(name).trim() }] : [];
  });
  const all = (wanted: string) =>
    Object.fromEntries(fields.flatMap(({ id, part, value }) => (part === wanted ? [[id, value]] : [])));
  return {
    fingerprint: at('impact.fingerprint'),
    standard: at('impact.standard'),
    message: at('impact.message'),
    choices: all('choice'),
    reasons: all('reason'),
  };
}

const actionOf = (word: string | undefined): Action | undefined => actions.find((action) => action === word);

/** Answers as the API takes them; null where nobody was shown. */
export function decisionsOf({ fingerprint, standard, message, choices, reasons }: Answers) {
  if (!fingerprint) return null;
  const rows = [...new Set([...Object.keys(choices), ...Object.keys(reasons)])].flatMap((bookingId) => {
    const [word, unitId, startsAt, endsAt] = (choices[bookingId] ?? standard).split(' ');
    const action = actionOf(word);
    const to = unitId && startsAt && endsAt ? { unitId, startsAt, endsAt } : null;
    return action ? [{ bookingId, action, to, reason: reasons[bookingId] ?? null }] : [];
  });
  return { fingerprint, standard: actionOf(standard) ?? null, message, rows };
}

/** What is wrong with the answer of each booking, by its id. */
export function problemsByBooking(
  answers: Answers,
  problems: readonly { readonly field: string; readonly message: string }[],
): Readonly<Record<string, string>> {
  const ids = decisionsOf(answers)?.rows.map(({ bookingId }) => bookingId) ?? [];
  return Object.fromEntries(
    problems.flatMap(({ field, message }) => {
      const [, , list, place = ''] = /^(decisions)\.(rows|bookings)\.([^.]+)/.exec(field) ?? [];
      const id = list === 'rows' ? ids[Number(place)] : place;
      return id ? [[id, message]] : [];
    }),
  );
}
