import { Migration } from '@mikro-orm/migrations';

/** Closures, what is decided of those whose time they take, and what these are offered. */
export class Migration20261128060612 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "closure" ("id" uuid not null, "centre_id" uuid not null, "equipment_id" uuid null, "unit_id" uuid null, "kind" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "messages" jsonb not null default '{}', "created_at" timestamptz not null, "created_by_id" uuid null, "lifted_at" timestamptz null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "closure_centre_id_ends_at_index" on "closure" ("centre_id", "ends_at");`);

    this.addSql(
      `create table "offer" ("id" uuid not null, "kind" text not null, "booking_id" uuid not null, "person_id" uuid not null, "equipment_id" uuid not null, "unit_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "message" varchar(400) not null default '', "state" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "answered_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "offer_booking_id_index" on "offer" ("booking_id");`);
    this.addSql(`create index "offer_person_id_index" on "offer" ("person_id");`);

    this.addSql(`create index offer_open_index on offer (expires_at) where state = 'open'`);

    this.addSql(
      `create table "impact_decision" ("id" uuid not null, "centre_id" uuid not null, "booking_id" uuid not null, "cause" text not null, "closure_id" uuid null, "outcome" text not null, "reason" varchar(400) not null, "unit_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "decided_at" timestamptz not null, "decided_by_id" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "impact_decision_centre_id_index" on "impact_decision" ("centre_id");`);
    this.addSql(`create index "impact_decision_booking_id_index" on "impact_decision" ("booking_id");`);
    this.addSql(`create index "impact_decision_closure_id_index" on "impact_decision" ("closure_id");`);

    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(`alter table "notification" drop constraint "notification_object_type_check";`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_missed', 'booking_kept', 'time_offered', 'time_offered_back', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'problem_reported', 'problem_moved_on', 'problem_ended', 'post_replied', 'discussion_continued'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_object_type_check" check ("object_type" in ('booking', 'offer', 'join_request', 'membership', 'reply', 'problem'));`,
    );

    this.addSql(`alter table "occupancy" drop constraint "occupancy_hold_check";`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_kind_check";`);
    this.addSql(`alter table "occupancy" add "offer_id" uuid null, add "closure_id" uuid null;`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_offer_id_foreign" foreign key ("offer_id") references "offer" ("id") on update cascade on delete cascade deferrable initially deferred;`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_closure_id_foreign" foreign key ("closure_id") references "closure" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(`create index "occupancy_closure_id_index" on "occupancy" ("closure_id");`);
    this.addSql(`alter table "occupancy" add constraint "occupancy_offer_id_unique" unique ("offer_id");`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_hold_check" check ((kind = 'hold') = (hold_id is not null) and (kind = 'offer') = (offer_id is not null) and (kind in ('hold', 'offer')) = (expires_at is not null));`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'hold', 'offer', 'maintenance', 'closure', 'training', 'outage'));`,
    );

    this.addSql(
      `alter table "closure" add constraint "closure_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "closure" add constraint "closure_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "closure" add constraint "closure_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "closure" add constraint "closure_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(`alter table "closure" add constraint "closure_order_check" check (starts_at < ends_at);`);
    this.addSql(
      `alter table "closure" add constraint "closure_unit_check" check (unit_id is null or equipment_id is not null);`,
    );
    this.addSql(
      `alter table "closure" add constraint "closure_kind_check" check ("kind" in ('closure', 'maintenance', 'training', 'out_of_order'));`,
    );

    this.addSql(
      `alter table "offer" add constraint "offer_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "offer" add constraint "offer_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "offer" add constraint "offer_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "offer" add constraint "offer_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(`alter table "offer" add constraint "offer_order_check" check (starts_at < ends_at);`);
    this.addSql(`alter table "offer" add constraint "offer_kind_check" check ("kind" in ('instead', 'back'));`);
    this.addSql(
      `alter table "offer" add constraint "offer_state_check" check ("state" in ('open', 'taken', 'declined', 'expired', 'withdrawn'));`,
    );

    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_closure_id_foreign" foreign key ("closure_id") references "closure" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_cause_check" check ("cause" in ('hours', 'closure', 'block', 'out_of_order', 'withdrawal', 'suspension', 'end_of_term', 'zone'));`,
    );
    this.addSql(
      `alter table "impact_decision" add constraint "impact_decision_outcome_check" check ("outcome" in ('kept', 'moved', 'offered', 'cancelled', 'shortened'));`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "occupancy" where "kind" = 'offer' or "closure_id" is not null;`);
    this.addSql(`delete from "notification" where "kind" in ('booking_kept', 'time_offered', 'time_offered_back');`);

    this.addSql(`alter table "occupancy" drop constraint "occupancy_closure_id_foreign";`);
    this.addSql(`alter table "impact_decision" drop constraint "impact_decision_closure_id_foreign";`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_offer_id_foreign";`);

    this.addSql(`drop table if exists "closure" cascade;`);
    this.addSql(`drop table if exists "offer" cascade;`);
    this.addSql(`drop table if exists "impact_decision" cascade;`);

    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(`alter table "notification" drop constraint "notification_object_type_check";`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_missed', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'problem_reported', 'problem_moved_on', 'problem_ended', 'post_replied', 'discussion_continued'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_object_type_check" check ("object_type" in ('booking', 'join_request', 'membership', 'reply', 'problem'));`,
    );

    this.addSql(`drop index "occupancy_closure_id_index";`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_offer_id_unique";`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_hold_check";`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_kind_check";`);
    this.addSql(`alter table "occupancy" drop column "offer_id", drop column "closure_id";`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_hold_check" check ((kind = 'hold') = (hold_id is not null) and (hold_id is null) = (expires_at is null));`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'hold', 'maintenance', 'closure', 'training', 'outage'));`,
    );
  }
}
