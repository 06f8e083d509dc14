import { Migration } from '@mikro-orm/migrations';

/** Who did what at a centre; hosts. */
export class Migration20261128042439 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "audit_entry" ("id" uuid not null, "at" timestamptz not null, "kind" varchar(60) not null, "centre_id" uuid null, "actor_id" uuid null, "person_id" uuid null, "object_type" varchar(40) not null, "object_id" uuid not null, "before" jsonb null, "after" jsonb null, "reason" varchar(400) null, primary key ("id"));`,
    );
    this.addSql(`create index "audit_entry_centre_id_at_id_index" on "audit_entry" ("centre_id", "at", "id");`);
    this.addSql(`create index "audit_entry_object_id_at_index" on "audit_entry" ("object_id", "at");`);
    this.addSql(`create index "audit_entry_actor_id_index" on "audit_entry" ("actor_id");`);
    this.addSql(`create index "audit_entry_person_id_index" on "audit_entry" ("person_id");`);
    this.addSql(`create index "audit_entry_at_index" on "audit_entry" ("at");`);

    this.addSql(`alter table "membership" drop constraint "membership_role_check";`);
    this.addSql(
      `alter table "membership" add constraint "membership_role_check" check ("role" in ('member', 'host', 'staff', 'manager'));`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_entry" cascade;`);

    this.addSql(`alter table "membership" drop constraint "membership_role_check";`);
    this.addSql(
      `alter table "membership" add constraint "membership_role_check" check ("role" in ('member', 'staff', 'manager'));`,
    );
  }
}
