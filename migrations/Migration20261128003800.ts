import { Migration } from '@mikro-orm/migrations';

/** How it is known that a centre has an equipment. */
export class Migration20261128003800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "equipment" add "evidence" text null;`);
    this.addSql(
      `alter table "equipment" add constraint "equipment_evidence_check" check ("evidence" in ('named', 'assumed'));`,
    );
    // The demonstration told it in two paragraphs; the words of the source stay.
    this.addSql(`
      update "equipment"
      set "evidence" = case when "description" like 'Prielaida: %' then 'assumed' else 'named' end,
        "description" = coalesce(substring("description" from 'source [a-z: ]+“(.+)”'), '')
      where "description" like 'Prielaida: %Assumed: %' or "description" like 'Šaltinis šią įrangą mini: %The source names it: %';
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "equipment" drop column "evidence";`);
  }
}
