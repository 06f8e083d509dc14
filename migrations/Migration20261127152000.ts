import { Migration } from '@mikro-orm/migrations';

/** A booking may wait for the staff to agree. */
export class Migration20261127152000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter table "booking" drop constraint "booking_state_check"');
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('requested', 'confirmed', 'cancelled'))`,
    );
  }

  override async down(): Promise<void> {
    this.addSql('alter table "booking" drop constraint "booking_state_check"');
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('confirmed', 'cancelled'))`,
    );
  }
}
