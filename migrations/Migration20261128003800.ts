import { Migration } from '@mikro-orm/migrations';

export class Migration20261128003800 extends Migration {

  override name = 'Migration20261128003800';

  override up(): void | Promise<void> {
    this.addSql(`alter table "equipment" add "evidence" text null;`);
    this.addSql(`alter table "equipment" add constraint "equipment_evidence_check" check ("evidence" in ('named', 'assumed'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "equipment" drop constraint "equipment_evidence_check";`);
    this.addSql(`alter table "equipment" drop column "evidence";`);
  }

}
