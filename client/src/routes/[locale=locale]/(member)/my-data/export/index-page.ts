import type { I18n } from '#lib/i18n/i18n.ts';
import type { PersonalDataKind } from './personal-data.ts';

/** One kind of data in the archive. */
export interface ExportedPart {
  readonly kind: PersonalDataKind;
  readonly count: number;
  readonly json: string;
  readonly file: string;
}

/** The page of the archive that a person opens first: what there is of each kind, entry by entry. */
export function indexPage({ locale, t, format }: I18n, parts: readonly ExportedPart[], now: Date): string {
  const title = escaped(t('data.index.title'));
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:.2rem 1rem .2rem 0;overflow-wrap:anywhere}table{margin-block:1rem;border-block-start:1px solid}</style>
</head><body>
<h1>${title}</h1>
<p>${escaped(t('data.index.text', { date: format.date(now) }))}</p>
${parts.map((part) => section(part, t(`data.kind.${part.kind}`))).join('\n')}
</body></html>
`;
}

function section({ count, file, json }: ExportedPart, title: string): string {
  const entries = JSON.parse(json) as Record<string, unknown>[];
  return `<h2>${escaped(title)} (${count})</h2>
<p><a href="${file}">${file}</a></p>
${entries.map(table).join('\n')}`;
}

const table = (entry: Record<string, unknown>): string => {
  const told = Object.entries(entry).filter(([, value]) => value !== null && value !== '');
  return `<table>${told.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(textOf(value))}</td></tr>`).join('')}</table>`;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
