import { Migration } from '@mikro-orm/migrations';

/** Pictures, and where they are shown. */
export class Migration20261128053607 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "picture" ("id" uuid not null, "hash" varchar(64) not null, "width" int not null, "height" int not null, "colour" varchar(7) not null, "sizes" jsonb not null, "bytes" int not null, "created_at" timestamptz not null, "unused_since" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "picture" add constraint "picture_hash_unique" unique ("hash");`);
    this.addSql(`create index "picture_unused_since_index" on "picture" ("unused_since");`);

    this.addSql(
      `create table "picture_use" ("id" uuid not null, "picture_id" uuid not null, "subject_type" text not null, "subject_id" uuid not null, "centre_id" uuid null, "open" boolean not null, "position" smallint not null, "focus_x" smallint not null default 50, "focus_y" smallint not null default 50, "alt" jsonb not null, "credit" varchar(200) not null default '', "shows_people" boolean not null default false, "added_by_id" uuid null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "picture_use_picture_id_index" on "picture_use" ("picture_id");`);
    this.addSql(`create index "picture_use_centre_id_index" on "picture_use" ("centre_id");`);
    this.addSql(`create index "picture_use_added_by_id_index" on "picture_use" ("added_by_id");`);
    this.addSql(
      `create index "picture_use_subject_type_subject_id_position_index" on "picture_use" ("subject_type", "subject_id", "position");`,
    );
    this.addSql(
      `alter table "picture_use" add constraint "picture_use_subject_type_subject_id_picture_id_unique" unique ("subject_type", "subject_id", "picture_id");`,
    );

    this.addSql(
      `alter table "picture_use" add constraint "picture_use_picture_id_foreign" foreign key ("picture_id") references "picture" ("id") on update cascade on delete restrict;`,
    );
    this.addSql(
      `alter table "picture_use" add constraint "picture_use_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "picture_use" add constraint "picture_use_added_by_id_foreign" foreign key ("added_by_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "picture_use" add constraint "picture_use_subject_type_check" check ("subject_type" in ('centre', 'equipment', 'organisation', 'person'));`,
    );
    this.addSql(
      `alter table "picture" add constraint "picture_measures_check" check ("width" > 0 and "height" > 0 and "bytes" >= 0 and "hash" ~ '^[0-9a-f]{64}$' and "colour" ~ '^#[0-9a-f]{6}$');`,
    );
    this.addSql(
      `alter table "picture_use" add constraint "picture_use_focus_check" check ("focus_x" between 0 and 100 and "focus_y" between 0 and 100 and "position" >= 0);`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "picture_use" cascade;`);
    this.addSql(`drop table if exists "picture" cascade;`);
  }
}
