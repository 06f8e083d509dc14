import { Migration } from '@mikro-orm/migrations';

/** The directory's order, so that a page of it folds the names of its own centres alone. */
export class Migration20261127164500 extends Migration {
  override async up(): Promise<void> {
    this.addSql('create index centre_order_index on centre (talka_fold(name), id)');
  }

  override async down(): Promise<void> {
    this.addSql('drop index centre_order_index');
  }
}
