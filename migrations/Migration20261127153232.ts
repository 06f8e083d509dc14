import { Migration } from '@mikro-orm/migrations';

/** Limits are counted by rate-limiter-flexible, in the columns that it knows; what was counted before is forgotten, as it may be after a crash. */
export class Migration20261127153232 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unlogged table "rate_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"))`,
    );
    this.addSql('drop table "attempt_count"');
  }
}
