import { Migration } from '@mikro-orm/migrations';

/** When equipment is next free is computed for the page that asks; nothing is kept, so nothing can be stale. */
export class Migration20261127143633 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      'drop function talka_occupancy_changed, talka_unit_changed, talka_opening_changed, talka_equipment_changed, talka_centre_changed cascade',
    );
    this.addSql('drop function talka_touch_next_free');
    this.addSql('drop table "next_free"');
    this.addSql('drop function note_next_free_change()');
  }
}
