import { Migration } from '@mikro-orm/migrations';

/**
 * Taken time is always asked for by unit, which the exclusion constraint answers. An index by time alone only cost
 * every booking, and led the planner to everybody's bookings of a day where those of two units were wanted.
 */
export class Migration20261123015030 extends Migration {
  override async up(): Promise<void> {
    this.addSql('drop index occupancy_during_index');
  }

  override async down(): Promise<void> {
    this.addSql('create index occupancy_during_index on occupancy using gist (during) where (blocking)');
  }
}
