import { Migration } from '@mikro-orm/migrations';

export class Migration20261123010414 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "session" add "last_used_at" timestamptz not null default now()`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at")`);
  }
}
