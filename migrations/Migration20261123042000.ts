import { Migration } from '@mikro-orm/migrations';

/** Who wrote what stands in lists of posts, and how often it was answered. */
const watched = ['person', 'organisation', 'reply'];

/**
 * More answers are kept until what they show changes. `next_free` counts every change of an equipment's free time, of
 * its bookings, hours, units and rules, so its rows tell equipment by equipment when answers about that time end to
 * hold. What is found anew from unchanged facts is no change.
 */
export class Migration20261123042000 extends Migration {
  override async up(): Promise<void> {
    for (const table of watched) {
      this.addSql(
        `create trigger note_change after insert or update or delete or truncate on ${table} for each statement execute function note_table_change()`,
      );
    }
    this.addSql(
      `create function note_next_free_change() returns trigger language plpgsql as $$ begin insert into table_change (name) values ('next_free:' || coalesce(new.equipment_id, old.equipment_id)); return null; end $$`,
    );
    this.addSql(
      'create trigger note_row_change after insert or update of version or delete on next_free for each row execute function note_next_free_change()',
    );
  }

  override async down(): Promise<void> {
    for (const table of watched) this.addSql(`drop trigger if exists note_change on ${table}`);
    this.addSql('drop trigger if exists note_row_change on next_free');
    this.addSql('drop function if exists note_next_free_change()');
  }
}
