import { Migration } from '@mikro-orm/migrations';

/** What people say for types of equipment and for what one does with them. */
export class Migration20261127231912 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "equipment_type" add "words" jsonb not null default '{}';`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "equipment_type" drop column "words";`);
  }
}
