import { Migration } from '@mikro-orm/migrations';

/** Sign-ups and sign-ins that wait for a code from a mailbox. */
export class Migration20261127190133 extends Migration {
  override name = 'Migration20261127190133';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "email_code" ("id" uuid not null, "purpose" text not null, "email" varchar(254) not null, "name" varchar(120) null, "password" text null, "locale" varchar(16) not null, "next" text null, "ticket" varchar(64) not null, "link" varchar(64) not null, "code" varchar(64) not null, "attempts" int not null default 0, "sent_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "email_code_email_index" on "email_code" ("email");`);
    this.addSql(`alter table "email_code" add constraint "email_code_ticket_unique" unique ("ticket");`);
    this.addSql(`alter table "email_code" add constraint "email_code_link_unique" unique ("link");`);
    this.addSql(`create index "email_code_expires_at_index" on "email_code" ("expires_at");`);

    this.addSql(
      `alter table "email_code" add constraint "email_code_purpose_check" check ("purpose" in ('sign-up', 'sign-in'));`,
    );
    this.addSql(
      `alter table "email_code" add constraint "email_code_typed_check" check (("purpose" = 'sign-up') = ("name" is not null) and ("purpose" = 'sign-up' or "password" is null));`,
    );
    this.addSql(
      `alter table "email_code" add constraint "email_code_attempts_check" check ("attempts" between 0 and 6);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "email_code" cascade;`);
  }
}
