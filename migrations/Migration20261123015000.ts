import { Migration } from '@mikro-orm/migrations';

/** What changes seldom and is read often: answers made of it are kept until one of these tables changes. */
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
];

export class Migration20261123015000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table table_change (xid xid8 not null default pg_current_xact_id(), name text not null)`);
    this.addSql('create index table_change_xid_index on table_change (xid)');
    this.addSql(
      `create function note_table_change() returns trigger language plpgsql as $$ begin insert into table_change (name) select tg_table_name where not exists (select from table_change where xid = pg_current_xact_id() and name = tg_table_name); return null; end $$`,
    );
    for (const table of watched) {
      this.addSql(
        `create trigger note_change after insert or update or delete or truncate on ${table} for each statement execute function note_table_change()`,
      );
    }
  }

  override async down(): Promise<void> {
    for (const table of watched) this.addSql(`drop trigger if exists note_change on ${table}`);
    this.addSql('drop function if exists note_table_change()');
    this.addSql('drop table if exists table_change');
  }
}
