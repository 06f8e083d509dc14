import { Migration } from '@mikro-orm/migrations';

/**
 * Texts are rendered when they are written. Those that are here already are rendered in the background, so that a
 * network with a million posts need not wait for it; the indexes find what is left.
 */
export class Migration20261127144549 extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter table "post" add "body_html" text null, add "excerpt" text null');
    this.addSql('alter table "reply" add "body_html" text null');
    this.addSql('create index post_unrendered_index on post (id) where body_html is null');
    this.addSql('create index reply_unrendered_index on reply (id) where body_html is null');
  }
}
