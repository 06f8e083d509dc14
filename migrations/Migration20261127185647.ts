import { Migration } from '@mikro-orm/migrations';

/** Time held for a few minutes while somebody signs up. */
export class Migration20261127185647 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "hold" ("id" uuid not null, "token_hash" varchar(64) not null, "person_id" uuid null, "equipment_id" uuid not null, "unit_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "state" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "hold" add constraint "hold_token_hash_unique" unique ("token_hash")`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_kind_check"`);
    this.addSql(`alter table "occupancy" add "hold_id" uuid null, add "expires_at" timestamptz null`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_hold_id_foreign" foreign key ("hold_id") references "hold" ("id") on update cascade on delete cascade deferrable initially deferred`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_hold_check" check ((kind = 'hold') = (hold_id is not null) and (hold_id is null) = (expires_at is null))`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'hold', 'maintenance', 'closure', 'training'))`,
    );
    this.addSql(
      `alter table "hold" add constraint "hold_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "hold" add constraint "hold_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "hold" add constraint "hold_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade`,
    );
    this.addSql(`alter table "hold" add constraint "hold_order_check" check (starts_at < ends_at)`);
    this.addSql(
      `alter table "hold" add constraint "hold_state_check" check ("state" in ('held', 'booked', 'released', 'expired'))`,
    );
    // What an entity cannot say: one standing hold a person, and what is looked for by jobs and by deleted holds.
    this.addSql(`create unique index hold_person_standing_unique on hold (person_id) where (state = 'held')`);
    this.addSql('create index hold_expires_index on hold (expires_at)');
    this.addSql('create unique index occupancy_hold_id_unique on occupancy (hold_id) where (hold_id is not null)');
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "occupancy" where "kind" = 'hold'`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_hold_id_foreign"`);
    this.addSql(`drop table if exists "hold" cascade`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_hold_check"`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_kind_check"`);
    this.addSql(`alter table "occupancy" drop column "hold_id", drop column "expires_at"`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'maintenance', 'closure', 'training'))`,
    );
  }
}
