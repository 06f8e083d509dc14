import { Migration } from '@mikro-orm/migrations';

/** Who came, until when, and who did not; what is over by now is completed. */
export class Migration20261128044056 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_missed', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'post_replied', 'discussion_continued'));`,
    );

    this.addSql(`alter table "booking" drop constraint "booking_ending_check";`);
    this.addSql(`alter table "booking" drop constraint "booking_state_check";`);
    this.addSql(
      `alter table "booking" add "checked_in_at" timestamptz null, add "checked_in_by_id" uuid null, add "finished_at" timestamptz null;`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_checked_in_by_id_foreign" foreign key ("checked_in_by_id") references "person" ("id") on update cascade on delete set null;`,
    );
    this.addSql(
      `update "booking" set "state" = 'completed', "finished_at" = "ends_at" where "state" = 'confirmed' and "ends_at" <= now();`,
    );
    this.addSql(
      `create index booking_agreed_ends_index on booking (ends_at) where state in ('confirmed', 'checked_in')`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_attendance_check" check ((state <> 'checked_in' or checked_in_at is not null) and (checked_in_at is null or state in ('checked_in', 'completed')));`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_finished_check" check ((state = 'completed') = (finished_at is not null));`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_ending_check" check ((state in ('cancelled', 'declined', 'no_show')) = (ending_at is not null) and (ending_at is null) = (ending_by is null));`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('requested', 'confirmed', 'checked_in', 'completed', 'declined', 'cancelled', 'no_show'));`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "booking" drop constraint "booking_checked_in_by_id_foreign";`);

    this.addSql('drop index booking_agreed_ends_index');
    this.addSql(`alter table "booking" drop constraint "booking_attendance_check";`);
    this.addSql(`alter table "booking" drop constraint "booking_finished_check";`);
    this.addSql(`alter table "booking" drop constraint "booking_ending_check";`);
    this.addSql(`alter table "booking" drop constraint "booking_state_check";`);
    this.addSql(`update "booking" set "state" = 'confirmed' where "state" in ('checked_in', 'completed');`);
    this.addSql(`update "booking" set "state" = 'cancelled' where "state" = 'no_show';`);
    this.addSql(`delete from "notification" where "kind" = 'booking_missed';`);
    this.addSql(
      `alter table "booking" drop column "checked_in_at", drop column "checked_in_by_id", drop column "finished_at";`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_ending_check" check ((state in ('cancelled', 'declined')) = (ending_at is not null) and (ending_at is null) = (ending_by is null));`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('requested', 'confirmed', 'cancelled', 'declined'));`,
    );

    this.addSql(`alter table "notification" drop constraint "notification_kind_check";`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('booking_made', 'booking_requested', 'booking_moved', 'booking_cancelled', 'booking_approved', 'booking_declined', 'booking_moved_by_staff', 'booking_moved_by_colleague', 'booking_cancelled_by_staff', 'booking_cancelled_by_colleague', 'booking_reminder', 'booking_waiting', 'join_requested', 'join_accepted', 'join_declined', 'membership_ended', 'post_replied', 'discussion_continued'));`,
    );
  }
}
