import { Migration } from '@mikro-orm/migrations';

/**
 * Comparing a folded text with a word takes thousands of times as long as comparing a number. The planner must know,
 * or it goes through a whole table where it has no statistics yet, instead of asking the index of its words.
 */
export class Migration20261127154000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter function talka_fold(text) cost 5000');
  }

  override async down(): Promise<void> {
    this.addSql('alter function talka_fold(text) cost 100');
  }
}
