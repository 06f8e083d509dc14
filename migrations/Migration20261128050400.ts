import { Migration } from '@mikro-orm/migrations';

/** Problems of machines, and units that are out of order until an expected end. */
export class Migration20261128050400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "outage" ("id" uuid not null, "unit_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "lifted_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "outage_unit_id_index" on "outage" ("unit_id");`);
    this.addSql(
      `create table "problem" ("id" uuid not null, "unit_id" uuid not null, "kind" text not null, "state" text not null default 'reported', "words" varchar(2000) not null, "reporter_id" uuid null, "reported_at" timestamptz not null, "assignee_id" uuid null, "outage_id" uuid null, "same_as_id" uuid null, "closed_at" timestamptz null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "problem_unit_id_index" on "problem" ("unit_id");`);
    this.addSql(`create index "problem_reporter_id_index" on "problem" ("reporter_id");`);
    this.addSql(`create index "problem_assignee_id_index" on "problem" ("assignee_id");`);
    this.addSql(`create index "problem_outage_id_index" on "problem" ("outage_id");`);
    this.addSql(`create index "problem_same_as_id_index" on "problem" ("same_as_id");`);
    this.addSql(`create index "problem_state_reported_at_index" on "problem" ("state", "reported_at");`);
    this.addSql(
      `create table "problem_step" ("id" uuid not null, "problem_id" uuid not null, "at" timestamptz not null, "person_id" uuid null, "kind" text not null, "words" varchar(2000) not null default '', "ends_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "problem_step_problem_id_index" on "problem_step" ("problem_id");`);
    this.addSql(`create index "problem_step_person_id_index" on "problem_step" ("person_id");`);
    this.addSql(`alter table "occupancy" drop constraint "occupancy_kind_check";`);
    this.addSql(`alter table "occupancy" add "outage_id" uuid null;`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_outage_id_foreign" foreign key ("outage_id") references "outage" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_outage_check" check ((kind = 'outage') = (outage_id is not null));`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'hold', 'maintenance', 'closure', 'training', 'outage'));`,
    );
    this.addSql(
      `alter table "outage" add constraint "outage_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(`alter table "outage" add constraint "outage_time_check" check (starts_at < ends_at);`);
    this.addSql(
      `alter table "problem" add constraint "problem_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "problem" add constraint "problem_reporter_id_foreign" foreign key ("reporter_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "problem" add constraint "problem_assignee_id_foreign" foreign key ("assignee_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "problem" add constraint "problem_outage_id_foreign" foreign key ("outage_id") references "outage" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "problem" add constraint "problem_kind_check" check ("kind" in ('note', 'limits', 'unusable', 'danger'));`,
    );
    this.addSql(
      `alter table "problem" add constraint "problem_state_check" check ("state" in ('reported', 'seen', 'in_work', 'waiting', 'fixed', 'no_fault', 'same_as'));`,
    );
    this.addSql(
      `alter table "problem_step" add constraint "problem_step_problem_id_foreign" foreign key ("problem_id") references "problem" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "problem_step" add constraint "problem_step_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `alter table "problem_step" add constraint "problem_step_kind_check" check ("kind" in ('report', 'see', 'work', 'wait', 'fix', 'find_no_fault', 'join', 'stop', 'resume', 'note', 'move_on'));`,
    );
    this.addSql('create unique index outage_lasting_unique on outage (unit_id) where (lifted_at is null)');
    this.addSql('create index outage_overdue_index on outage (ends_at) where (lifted_at is null)');
    this.addSql('create index occupancy_outage_id_index on occupancy (outage_id) where (outage_id is not null)');
    this.addSql(
      `alter table "problem" add constraint "problem_same_as_id_foreign" foreign key ("same_as_id") references "problem" ("id") on update cascade on delete set null;`,
    );
    this.addSql(`alter table "problem" add constraint "problem_same_as_check" check ("same_as_id" <> "id");`);
    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(`alter table "notification" drop constraint "notification_object_type_check";`);
    this.addSql(`alter table "notification" drop constraint "notification_reason_check";`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_missed', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'problem_reported', 'problem_moved_on', 'problem_ended', 'post_replied', 'discussion_continued'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_object_type_check" check ("object_type" in ('booking', 'join_request', 'membership', 'reply', 'problem'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_reason_check" check ("reason" in ('booker', 'staff', 'applicant', 'member', 'post_author', 'replier', 'handler', 'reporter'));`,
    );
    this.addSql(`alter table "email_stop" drop constraint "email_stop_category_check";`);
    this.addSql(
      `alter table "email_stop" add constraint "email_stop_category_check" check ("category" in ('own_bookings', 'booking_changes', 'booking_reminders', 'memberships', 'replies', 'discussions', 'problems', 'booking_requests', 'join_requests'));`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "notification" where "object_type" = 'problem';`);
    this.addSql(`delete from "email_stop" where "category" = 'problems';`);
    this.addSql(`alter table "email_stop" drop constraint "email_stop_category_check";`);
    this.addSql(
      `alter table "email_stop" add constraint "email_stop_category_check" check ("category" in ('own_bookings', 'booking_changes', 'booking_reminders', 'memberships', 'replies', 'discussions', 'booking_requests', 'join_requests'));`,
    );
    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(`alter table "notification" drop constraint "notification_reason_check";`);
    this.addSql(`alter table "notification" drop constraint "notification_object_type_check";`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_missed', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'post_replied', 'discussion_continued'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_reason_check" check ("reason" in ('booker', 'staff', 'applicant', 'member', 'post_author', 'replier'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_object_type_check" check ("object_type" in ('booking', 'join_request', 'membership', 'reply'));`,
    );
    this.addSql(`delete from "occupancy" where "kind" = 'outage';`);
    this.addSql(
      `alter table "occupancy" drop constraint "occupancy_outage_id_foreign", drop constraint "occupancy_outage_check", drop constraint "occupancy_kind_check", drop column "outage_id";`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'hold', 'maintenance', 'closure', 'training'));`,
    );
    this.addSql(`drop table if exists "problem_step" cascade;`);
    this.addSql(`drop table if exists "problem" cascade;`);
    this.addSql(`drop table if exists "outage" cascade;`);
  }
}
