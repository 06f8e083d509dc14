import { Migration } from '@mikro-orm/migrations';

export class Migration20261123011356 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "passkey" ("id" uuid not null, "person_id" uuid not null, "name" varchar(120) not null, "credential_id" text not null, "public_key" text not null, "counter" double precision not null, "device_type" varchar(32) not null, "backed_up" boolean not null, "transports" varchar(120) null, "aaguid" varchar(36) null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "passkey_person_id_index" on "passkey" ("person_id")`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id")`);
    this.addSql(
      `create table "second_factor" ("id" uuid not null, "person_id" uuid not null, "secret" text not null, "backup_codes" text not null, "verified" boolean not null default false, "failed_verification_count" int not null default 0, "unlocks_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "second_factor" add constraint "second_factor_person_id_unique" unique ("person_id")`);
    this.addSql(`alter table "person" add "two_factor_enabled" boolean not null default false`);
    this.addSql(
      `alter table "passkey" add constraint "passkey_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "second_factor" add constraint "second_factor_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
  }
}
