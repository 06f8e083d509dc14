import { Migration } from '@mikro-orm/migrations';

/** What a centre says of its machines: drafts, texts by language, attributes, rooms, codes on units, stewards. */
export class Migration20261128044145 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create function talka_texts(value jsonb) returns text language sql immutable parallel safe as $$ select coalesce(string_agg(leaf #>> '{}', ' '), '') from jsonb_path_query(value, 'strict $.**') leaf where jsonb_typeof(leaf) = 'string' $$`,
    );
    this.addSql(`create function talka_unit_code() returns varchar language plpgsql volatile as $$
      declare
        letters constant text := '234789ACDEFGHJKMNPQRTVWXY';
        found varchar;
      begin
        loop
          select string_agg(substr(letters, 1 + floor(random() * 25)::int, 1), '') into found from generate_series(1, 6);
          exit when not exists (select from unit where code = found);
        end loop;
        return found;
      end $$`);
    this.addSql(
      `create table "equipment_steward" ("equipment_id" uuid not null, "person_id" uuid not null, "since" timestamptz not null, primary key ("equipment_id", "person_id"));`,
    );
    this.addSql(`create index "equipment_steward_person_id_index" on "equipment_steward" ("person_id");`);
    this.addSql(
      `alter table "equipment_steward" add constraint "equipment_steward_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "equipment_steward" add constraint "equipment_steward_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(`alter table "equipment_type" add "attributes" jsonb not null default '[]';`);
    this.addSql(
      `alter table "equipment" add "translations" jsonb not null default '{}', add "room" varchar(120) not null default '', add "attributes" jsonb not null default '{}', add "state" text not null default 'published';`,
    );
    this.addSql(`update "equipment" set "state" = 'withdrawn' where "withdrawn_at" is not null;`);
    this.addSql(
      `alter table "equipment" add constraint "equipment_offered_check" check ((state = 'published') = (withdrawn_at is null));`,
    );
    this.addSql(
      `alter table "equipment" add constraint "equipment_state_check" check ("state" in ('draft', 'published', 'withdrawn'));`,
    );
    this.addSql('drop index equipment_words_index');
    this.addSql(
      `create index equipment_words_index on equipment using gin (talka_fold(coalesce(name, '') || ' ' || description || ' ' || room || ' ' || talka_texts(translations) || ' ' || talka_texts(attributes)) gin_trgm_ops)`,
    );
    this.addSql(`alter table "unit" add "serial" varchar(80) not null default '', add "code" varchar(6) null;`);
    // One by one, so that each code is compared with those before it.
    this.addSql(`do $$ declare each uuid; begin
      for each in select id from unit loop update unit set code = talka_unit_code() where id = each; end loop;
    end $$`);
    this.addSql(
      `alter table "unit" alter column "code" set default talka_unit_code(), alter column "code" set not null;`,
    );
    this.addSql(`alter table "unit" add constraint "unit_code_unique" unique ("code");`);
    this.addSql(
      `alter table "unit" add constraint "unit_code_check" check ("code" ~ '^[234789ACDEFGHJKMNPQRTVWXY]{6}$');`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table "unit" drop constraint "unit_code_check", drop constraint "unit_code_unique", drop column "serial", drop column "code";`,
    );
    this.addSql('drop index equipment_words_index');
    this.addSql(`alter table "equipment" drop constraint "equipment_offered_check";`);
    this.addSql(
      `alter table "equipment" drop column "translations", drop column "room", drop column "attributes", drop column "state";`,
    );
    this.addSql(
      `create index equipment_words_index on equipment using gin (talka_fold(coalesce(name, '') || ' ' || description) gin_trgm_ops)`,
    );
    this.addSql(`alter table "equipment_type" drop column "attributes";`);
    this.addSql(`drop table if exists "equipment_steward" cascade;`);
    this.addSql('drop function if exists talka_unit_code()');
    this.addSql('drop function if exists talka_texts(jsonb)');
  }
}
