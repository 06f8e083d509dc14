import { Migration } from '@mikro-orm/migrations';

/** Posts are found by who wrote them and for whom, and events are read by the day they start. */
export class Migration20261127232121 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index "post_organisation_id_index" on "post" ("organisation_id");`);
    this.addSql(`create index "post_acting_centre_id_index" on "post" ("acting_centre_id");`);
    this.addSql('create index post_starts_index on post (starts_at, id) where starts_at is not null');
    this.addSql('create index person_name_fold_index on person using gin (talka_fold(name) gin_trgm_ops)');
    this.addSql('create index organisation_name_fold_index on organisation using gin (talka_fold(name) gin_trgm_ops)');
  }

  override async down(): Promise<void> {
    this.addSql('drop index organisation_name_fold_index');
    this.addSql('drop index person_name_fold_index');
    this.addSql('drop index post_starts_index');
    this.addSql(`drop index "post_acting_centre_id_index";`);
    this.addSql(`drop index "post_organisation_id_index";`);
  }
}
