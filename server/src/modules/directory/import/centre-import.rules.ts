import {
  type AccessType,
  accessTypes,
  type CentreModel,
  type PointPrecision,
  pointPrecisions,
} from '../centres/centre.enums.ts';
import { type Cell, cellsOf, type ImportRow, type RowCells } from './cells/cells.rules.ts';
import { type CentreColumn, readColumns } from './cells/centre-columns.rules.ts';
import { modelOfKind } from './cells/centre-kinds.rules.ts';
import { type MembershipFacts, membershipFacts } from './cells/membership-cells.rules.ts';
import { currencyCode, languageTag, languageTags, pastDay, timeZone, webAddress } from './cells/values.rules.ts';
import type { ImportProblem } from './import-problem.rules.ts';
import type { Gazetteer, KnownCity } from './places/gazetteer.rules.ts';
import { cityOfRow, newCities } from './places/import-city.rules.ts';
import { doubtAboutPoint } from './places/plausible-point.rules.ts';

/** What a row says of a centre; undefined leaves what is known, null erases it. */
export interface CentreFacts extends MembershipFacts {
  readonly name: string;
  readonly model: CentreModel;
  readonly zone: Cell<string>;
  readonly currency: Cell<string>;
  readonly languages: Cell<string[]>;
  readonly address: Cell<string>;
  readonly latitude: Cell<number>;
  readonly longitude: Cell<number>;
  readonly pointPrecision: Cell<PointPrecision>;
  readonly accessType: Cell<AccessType>;
  readonly floorArea: Cell<number>;
  readonly foundedYear: Cell<number>;
  readonly staffCount: Cell<number>;
  readonly legalForm: Cell<string>;
  readonly owner: Cell<string>;
  readonly fundingMix: Cell<string>;
  readonly governance: Cell<string>;
  readonly website: Cell<string>;
  readonly summary: Cell<string>;
  readonly summaryLanguage: Cell<string>;
  readonly source: Cell<string>;
  readonly verifiedOn: Cell<string>;
}

/** A row that can be imported. */
export interface ImportedCentre {
  readonly line: number;
  /** The centre's key in its list; the same key is the same centre in every later import. */
  readonly sourceKey: string;
  readonly city: KnownCity;
  readonly facts: CentreFacts;
}

/**
 * The centres of a table, or everything that is wrong with it, row by row; `today` is a local day. Nothing
 * is to be imported while there is a problem.
 */
export function readCentres(
  table: { readonly header: readonly string[]; readonly rows: readonly ImportRow[] },
  gazetteer: Gazetteer,
  today: string,
): { centres: ImportedCentre[]; problems: ImportProblem[] } {
  const { positions, problems } = readColumns(table.header);
  if (problems.length > 0) return { centres: [], problems };
  const places = newCities(gazetteer);
  const lines = new Map<string, number>();
  const centres: ImportedCentre[] = [];
  for (const row of table.rows) {
    const before = problems.length;
    const cells = cellsOf(row, positions, problems);
    if (!rowIsWhole(row, table.header.length, cells)) continue;
    refuseUnprintable(cells, positions);
    const sourceKey = required(cells, 'key', 120);
    const earlier = lines.get(sourceKey);
    if (earlier !== undefined)
      cells.refuse('key', `The same key stands on line ${earlier}. Each centre needs its own.`);
    else if (sourceKey !== '') lines.set(sourceKey, row.line);
    const zone = cells.parsed('zone', timeZone, 'This must be a time zone such as Europe/Vilnius.');
    const point = pointOf(cells);
    const city = cityOfRow(cells, places, { ...point, zone });
    if (city) refuseDoubtful(cells, point, city);
    const facts = factsOf(cells, { ...point, zone: zone === null ? city?.zone : zone }, today);
    if (city && facts && problems.length === before) centres.push({ line: row.line, sourceKey, city, facts });
  }
  if (table.rows.length === 0) {
    problems.push({ line: 2, column: null, problem: 'The file has a header, but no centre.', value: null });
  }
  return { centres, problems };
}

function rowIsWhole(row: ImportRow, columns: number, cells: RowCells): boolean {
  const count = row.cells.length;
  if (count === columns || (count > columns && row.cells.slice(columns).every((cell) => cell === ''))) return true;
  cells.refuse(
    null,
    `This row has ${count} cells, but the header has ${columns}. Check its separators and quotation marks.`,
  );
  return false;
}

function refuseUnprintable(cells: RowCells, positions: ReadonlyMap<CentreColumn, number>): void {
  for (const column of positions.keys()) {
    if (/[^\P{Cc}\t\n]/u.test(cells.raw(column))) {
      cells.refuse(column, 'There is an invisible control character in this cell. Type the cell anew.');
    }
    if (cells.raw(column).includes('\ufffd')) {
      cells.refuse(
        column,
        'Letters of this cell were lost when the file was saved (�). Correct them and save it as "CSV UTF-8".',
      );
    }
  }
}

function required(cells: RowCells, column: CentreColumn, longest: number): string {
  const value = cells.text(column, longest);
  if (cells.raw(column) === '') cells.refuse(column, 'This cell is empty, but every centre needs it.');
  return value ?? '';
}

function factsOf(
  cells: RowCells,
  place: Pick<CentreFacts, 'zone' | 'latitude' | 'longitude'>,
  today: string,
): CentreFacts | null {
  const name = required(cells, 'name', 160);
  const kind = required(cells, 'kind', 60);
  const model = modelOfKind(kind);
  if (kind !== '' && model === null) cells.refuse('kind', 'This kind of centre is not known.');
  const thisYear = Number(today.slice(0, 4));
  const facts = {
    name,
    ...place,
    currency: cells.parsed('currency', currencyCode, 'This must be a currency code of three letters, such as EUR.'),
    languages: cells.parsed('languages', languageTags, 'This must be language tags such as lt or pt, parted by |.'),
    address: cells.text('address', 240),
    pointPrecision: cells.oneOf('precision', pointPrecisions),
    accessType: cells.oneOf('access', accessTypes),
    ...membershipFacts(cells),
    floorArea: cells.whole('floor_area', 1, 10_000_000),
    foundedYear: cells.whole('founded', 1000, thisYear),
    staffCount: cells.whole('staff', 0, 100_000),
    legalForm: cells.text('legal_form', 160),
    owner: cells.text('owner', 160),
    fundingMix: cells.text('funding', 240),
    governance: cells.text('governance', 240),
    website: addressOf(cells),
    summary: cells.text('summary', 4000),
    summaryLanguage: cells.parsed('summary_language', languageTag, 'This must be one language tag, such as lt or en.'),
    source: cells.text('source', 400),
    verifiedOn: cells.parsed('verified_on', (text) => pastDay(text, today), 'This must be a past day, YYYY-MM-DD.'),
  };
  return model === null ? null : { ...facts, model };
}

function addressOf(cells: RowCells): Cell<string> {
  const written = cells.text('website', 400);
  return written
    ? cells.parsed('website', webAddress, 'This is no web address. Write it with https:// and all.')
    : written;
}

function pointOf(cells: RowCells): { latitude: Cell<number>; longitude: Cell<number> } {
  const latitude = cells.number('latitude', -90, 90);
  const longitude = cells.number('longitude', -180, 180);
  if (cells.has('latitude') && (cells.raw('latitude') === '') !== (cells.raw('longitude') === '')) {
    cells.refuse(
      cells.raw('latitude') === '' ? 'latitude' : 'longitude',
      'Give both latitude and longitude, or neither.',
    );
  }
  return { latitude, longitude };
}

function refuseDoubtful(cells: RowCells, point: ReturnType<typeof pointOf>, city: KnownCity): void {
  if (typeof point.latitude !== 'number' || typeof point.longitude !== 'number') return;
  const doubt = doubtAboutPoint({ latitude: point.latitude, longitude: point.longitude }, city);
  if (doubt) cells.refuse('latitude', doubt);
}
