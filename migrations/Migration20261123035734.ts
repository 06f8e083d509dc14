import { Migration } from '@mikro-orm/migrations';

/**
 * How often somebody did something of late. Without a log of its own: what a crash forgets are some minutes of
 * counting, and no request waits for the disk only to be counted.
 */
export class Migration20261123035734 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unlogged table "attempt_count" ("subject" uuid not null, "deed" varchar(120) not null, "times" int not null, "ends_at" timestamptz not null, primary key ("subject", "deed")) with (fillfactor = 70)`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "attempt_count"`);
  }
}
