import { Migration } from '@mikro-orm/migrations';

/** Equipment may ask for approval; a booking says until when it waits, and how it ended. */
export class Migration20261127190318 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "equipment" add "approval" text not null default 'none'`);
    this.addSql(
      `alter table "equipment" add constraint "equipment_approval_check" check ("approval" in ('none', 'everyone'))`,
    );
    this.addSql(
      `alter table "booking" add "answer_by" timestamptz null, add "ending_by" text null, add "ending_person_id" uuid null, add "ending_reason" varchar(400) not null default ''`,
    );
    this.addSql(`alter table "booking" rename column "cancelled_at" to "ending_at"`);
    this.addSql(
      `update "booking" set answer_by = least(created_at + interval '3 days', starts_at) where state = 'requested'`,
    );
    // Who cancelled was not kept, but the log knows it of the last days: a stranger to the booking was staff.
    this.addSql(
      `update "booking" set ending_by = 'holder', ending_at = coalesce(ending_at, created_at) where state = 'cancelled'`,
    );
    this.addSql(
      `update "booking" set ending_person_id = e.actor_id, ending_by = case when e.actor_id <> booker_id
        and organisation_id is null and acting_centre_id is null then 'staff' else 'holder' end
      from "logged_event" e where e.type = 'booking.cancelled' and e.actor_id is not null
        and e.subject->>'booking' = "booking".id::text and state = 'cancelled'`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_ending_person_id_foreign" foreign key ("ending_person_id") references "person" ("id") on update cascade on delete set null`,
    );
    this.addSql(`alter table "booking" drop constraint "booking_state_check"`);
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('requested', 'confirmed', 'cancelled', 'declined'))`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_ending_by_check" check ("ending_by" in ('holder', 'staff', 'deadline'))`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_answer_check" check ((state = 'requested') = (answer_by is not null))`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_ending_check" check ((state in ('cancelled', 'declined')) = (ending_at is not null) and (ending_at is null) = (ending_by is null))`,
    );
    // Few wait and few have ended among millions: the rows that these name are all that they hold.
    this.addSql('create index booking_answer_by_index on booking (answer_by) where answer_by is not null');
    this.addSql(
      'create index booking_ending_person_index on booking (ending_person_id) where ending_person_id is not null',
    );
  }
}
