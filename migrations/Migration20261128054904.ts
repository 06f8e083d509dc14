import { Migration } from '@mikro-orm/migrations';

/** What an act changed is empty where it changed nothing. */
export class Migration20261128054904 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "audit_entry" alter column "after" set default '{}';`);
    this.addSql(`update "audit_entry" set "before" = coalesce("before", '{}'), "after" = coalesce("after", '{}');`);
    this.addSql(`alter table "audit_entry" alter column "after" set not null;`);
    this.addSql(`alter table "audit_entry" alter column "before" set default '{}';`);
    this.addSql(`alter table "audit_entry" alter column "before" set not null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "audit_entry" alter column "before" drop default;`);
    this.addSql(`alter table "audit_entry" alter column "before" drop not null;`);
    this.addSql(`alter table "audit_entry" alter column "after" drop default;`);
    this.addSql(`alter table "audit_entry" alter column "after" drop not null;`);
  }
}
