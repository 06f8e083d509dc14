import type { Database } from '../../database/tables.ts';

/** Learns from readers how long an answer in the making may be given again. */
export interface Watch {
  /** The time, for whoever tells until when what they make of it holds. */
  readonly now: Date;
  /** Rows whose tables are not noted, for whoever tells what their reading depends on. */
  readonly rows: Database;
  /** Rows whose tables are noted but for one, of whose rows the reader tells by `untilTouched`. */
  readonly rowsBut: (table: string) => Database;
  /** The answer may be another from that moment on: epoch milliseconds. */
  readonly until: (moment: number) => void;
  /** The answer may be another once one of these rows changes, where the table notes its changes row by row. */
  readonly untilTouched: (table: string, ids: readonly string[]) => void;
}
