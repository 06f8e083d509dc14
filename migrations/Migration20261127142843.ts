import { Migration } from '@mikro-orm/migrations';

/** When a session was used is said by the server, whose clock decides until when it holds. */
export class Migration20261127142843 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "session" alter column "last_used_at" drop default`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "session" alter column "last_used_at" set default now()`);
  }
}
