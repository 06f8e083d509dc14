import { Migration } from '@mikro-orm/migrations';

/** Tables that noted each change for answers that were kept. */
const watched = [
  'country',
  'city',
  'centre',
  'equipment_type',
  'equipment',
  'unit',
  'opening_rule',
  'opening_exception',
  'post',
  'post_equipment_type',
  'person',
  'organisation',
  'reply',
];

/** No answer is kept beyond a few seconds, so no write notes what it changed. */
export class Migration20261127144500 extends Migration {
  override async up(): Promise<void> {
    for (const table of watched) this.addSql(`drop trigger if exists note_change on ${table}`);
    this.addSql('drop function note_table_change()');
    this.addSql('drop table table_change');
  }
}
