import { Migration } from '@mikro-orm/migrations';

/** How centres take members and are reached; requests for membership; why the staff ended one. */
export class Migration20261127185608 extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "join_request" ("id" uuid not null, "person_id" uuid not null, "centre_id" uuid not null, "message" varchar(1000) not null default '', "state" text not null, "reason" varchar(400) null, "wish_equipment_id" uuid null, "wish_starts_at" timestamptz null, "wish_ends_at" timestamptz null, "created_at" timestamptz not null, "decided_at" timestamptz null, "decided_by_id" uuid null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(
      `create index "join_request_person_id_created_at_id_index" on "join_request" ("person_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "join_request_centre_id_state_created_at_id_index" on "join_request" ("centre_id", "state", "created_at", "id");`,
    );
    this.addSql(`create index "join_request_wish_equipment_id_index" on "join_request" ("wish_equipment_id");`);
    this.addSql(`create index "join_request_decided_by_id_index" on "join_request" ("decided_by_id");`);

    this.addSql(
      `alter table "centre" add "membership_access" text not null default 'elsewhere', add "house_rules" text not null default '', add "membership_benefits" text not null default '', add "membership_language" varchar(16) not null default 'en', add "contact_email" varchar(254) null, add "contact_phone" varchar(40) null, add "contact_answers" varchar(240) null;`,
    );
    this.addSql(
      `alter table "centre" add constraint "centre_membership_access_check" check ("membership_access" in ('open', 'on_request', 'elsewhere'));`,
    );

    this.addSql(`alter table "membership" add "end_reason" varchar(400) null, add "ended_by_id" uuid null;`);
    this.addSql(
      `alter table "membership" add constraint "membership_ended_by_id_foreign" foreign key ("ended_by_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(`create index "membership_ended_by_id_index" on "membership" ("ended_by_id");`);

    this.addSql(
      `alter table "join_request" add constraint "join_request_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_wish_equipment_id_foreign" foreign key ("wish_equipment_id") references "equipment" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_decided_check" check ((state = 'sent') = (decided_at is null));`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_reason_check" check ((state = 'declined') = (reason is not null));`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_wish_check" check (wish_starts_at < wish_ends_at);`,
    );
    this.addSql(
      `alter table "join_request" add constraint "join_request_state_check" check ("state" in ('sent', 'accepted', 'declined', 'withdrawn'));`,
    );
    // One request of a person waits at a centre.
    this.addSql(
      `create unique index join_request_one_waiting on join_request (person_id, centre_id) where state = 'sent'`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "join_request" cascade;`);

    this.addSql(`alter table "membership" drop constraint "membership_ended_by_id_foreign";`);

    this.addSql(`alter table "centre" drop constraint "centre_membership_access_check";`);
    this.addSql(
      `alter table "centre" drop column "membership_access", drop column "house_rules", drop column "membership_benefits", drop column "membership_language", drop column "contact_email", drop column "contact_phone", drop column "contact_answers";`,
    );

    this.addSql(`drop index "membership_ended_by_id_index";`);
    this.addSql(`alter table "membership" drop column "end_reason", drop column "ended_by_id";`);
  }
}
