import { Migration } from '@mikro-orm/migrations';

/** An event has several audiences, and durable consumers a place in the log. */
export class Migration20261127151741 extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter table logged_event add audiences text[]');
    this.addSql('update logged_event set audiences = array[audience]');
    this.addSql('alter table logged_event alter audiences set not null, drop audience');
    this.addSql(`
      create table event_consumer (
        name varchar(60) primary key,
        types text[] not null,
        xid xid8 not null,
        event_id bigint not null,
        seen_at timestamptz not null
      )`);
  }
}
