import { Migration } from '@mikro-orm/migrations';

/** What people are told, and which e-mails they stopped. */
export class Migration20261127200608 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "notification" ("id" uuid not null, "person_id" uuid not null, "cause" varchar(120) not null, "kind" text not null, "reason" text not null, "object_type" text not null, "object_id" uuid not null, "centre_id" uuid null, "created_at" timestamptz not null, "emailed_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "notification_centre_id_index" on "notification" ("centre_id");`);
    this.addSql(
      `create index "notification_person_id_created_at_id_index" on "notification" ("person_id", "created_at", "id");`,
    );
    this.addSql(`create index "notification_object_id_person_id_index" on "notification" ("object_id", "person_id");`);
    this.addSql(
      `alter table "notification" add constraint "notification_person_id_cause_unique" unique ("person_id", "cause");`,
    );

    this.addSql(
      `create table "email_stop" ("person_id" uuid not null, "category" text not null, "token" varchar(43) not null, "stopped_at" timestamptz null, primary key ("person_id", "category"));`,
    );
    this.addSql(`alter table "email_stop" add constraint "email_stop_token_unique" unique ("token");`);

    this.addSql(
      `alter table "notification" add constraint "notification_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'post_replied', 'discussion_continued'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_reason_check" check ("reason" in ('booker', 'staff', 'applicant', 'member', 'post_author', 'replier'));`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_object_type_check" check ("object_type" in ('booking', 'join_request', 'membership', 'reply'));`,
    );

    this.addSql(
      `alter table "email_stop" add constraint "email_stop_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );
    // Who must be reminded is asked every five minutes.
    this.addSql(`create index booking_coming_index on booking (starts_at) where state = 'confirmed'`);
    this.addSql(
      `alter table "email_stop" add constraint "email_stop_category_check" check ("category" in ('own_bookings', 'booking_changes', 'booking_reminders', 'memberships', 'replies', 'discussions', 'booking_requests', 'join_requests'));`,
    );
  }

  override async down(): Promise<void> {
    this.addSql('drop index booking_coming_index');
    this.addSql(`drop table if exists "notification" cascade;`);
    this.addSql(`drop table if exists "email_stop" cascade;`);
  }
}
