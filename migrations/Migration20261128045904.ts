import { Migration } from '@mikro-orm/migrations';

/** What can be taken back for a minute, and that nobody is told of it before. */
export class Migration20261128045904 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "undo_step" ("id" uuid not null, "person_id" uuid not null, "act" varchar(40) not null, "object_id" uuid not null, "before" jsonb not null, "done_at" timestamptz not null, "undone_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "undo_step_person_id_done_at_index" on "undo_step" ("person_id", "done_at");`);
    this.addSql(`create index "undo_step_done_at_index" on "undo_step" ("done_at");`);

    this.addSql(`alter table "notification" add "due_at" timestamptz null, add "undo_id" uuid null;`);
    this.addSql(
      `alter table "notification" add constraint "notification_undo_id_foreign" foreign key ("undo_id") references "undo_step" ("id") on update cascade on delete set null;`,
    );
    this.addSql(`create index "notification_undo_id_index" on "notification" ("undo_id");`);

    this.addSql(
      `alter table "undo_step" add constraint "undo_step_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "notification" drop constraint "notification_undo_id_foreign";`);

    this.addSql(`drop table if exists "undo_step" cascade;`);

    this.addSql(`drop index "notification_undo_id_index";`);
    this.addSql(`alter table "notification" drop column "due_at", drop column "undo_id";`);
  }
}
