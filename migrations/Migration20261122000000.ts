import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('create extension if not exists btree_gist');
    this.addSql('create extension if not exists pg_trgm');
    this.addSql('create extension if not exists unaccent');
    // unaccent() is only stable, as its dictionary may change; an index needs an immutable function, so the
    // dictionary is named and the index is rebuilt should it ever change.
    this.addSql(
      `create function talka_fold(value text) returns text language sql immutable strict parallel safe as $$ select lower(public.unaccent('public.unaccent', value)) $$`,
    );

    this.addSql(
      `create table "country" ("code" char(2) not null, "digital_consent_age" smallint not null, "currency" char(3) not null, "language" varchar(16) not null, primary key ("code"))`,
    );
    this.addSql(
      `create table "city" ("id" uuid not null, "slug" varchar(80) not null, "name" varchar(120) not null, "names" jsonb not null default '{}', "country_code" char(2) not null, "zone" varchar(64) not null, "latitude" double precision not null, "longitude" double precision not null, "partner" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`alter table "city" add constraint "city_slug_unique" unique ("slug")`);
    this.addSql(
      `create table "centre" ("id" uuid not null, "slug" varchar(80) not null, "name" varchar(160) not null, "model" text not null, "city_id" uuid not null, "summary" text not null default '', "summary_language" varchar(16) not null default 'en', "address" varchar(240) null, "latitude" double precision null, "longitude" double precision null, "point_precision" text not null default 'approximate', "zone" varchar(64) not null, "currency" char(3) not null, "languages" text[] not null, "access_type" text null, "legal_form" varchar(160) null, "owner" varchar(160) null, "funding_mix" varchar(240) null, "governance" varchar(240) null, "staff_count" int null, "floor_area" int null, "founded_year" smallint null, "website" varchar(400) null, "source" varchar(400) null, "source_key" varchar(120) null, "verified_on" date null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "centre" add constraint "centre_slug_unique" unique ("slug")`);
    this.addSql(`alter table "centre" add constraint "centre_source_key_unique" unique ("source_key")`);
    this.addSql(`create index "centre_city_id_index" on "centre" ("city_id")`);
    this.addSql(
      `alter table "centre" add constraint "centre_model_check" check ("model" in ('makerspace', 'fab_lab', 'hackerspace', 'arts_incubator', 'steam_centre', 'startup_incubator', 'innovation_centre', 'creative_hub', 'cultural_centre', 'community_centre', 'citizen_lab'))`,
    );
    this.addSql(
      `alter table "centre" add constraint "centre_point_precision_check" check ("point_precision" in ('exact', 'approximate', 'city'))`,
    );
    this.addSql(
      `alter table "centre" add constraint "centre_access_type_check" check ("access_type" in ('restricted', 'by_membership', 'by_booking', 'open'))`,
    );
    this.addSql(
      `create table "equipment_type" ("key" varchar(60) not null, "names" jsonb not null, "group" text not null, "induction" text not null, "capability" varchar(60) null, "reference" varchar(400) null, primary key ("key"))`,
    );
    this.addSql(
      `alter table "equipment_type" add constraint "equipment_type_group_check" check ("group" in ('digital_fabrication', 'electronics', 'woodwork', 'metalwork', 'fine_metalwork', 'fabrics', 'ceramics', 'plastics', 'print_making', 'media', 'science', 'steam', 'computing', 'general', 'space'))`,
    );
    this.addSql(
      `alter table "equipment_type" add constraint "equipment_type_induction_check" check ("induction" in ('always', 'often', 'sometimes', 'no'))`,
    );
    this.addSql(
      `create table "equipment" ("id" uuid not null, "centre_id" uuid not null, "type_key" varchar(60) not null, "name" varchar(160) null, "description" text not null default '', "audience" text not null default 'network', "grid_minutes" smallint not null default 30, "minimum_minutes" int not null default 30, "maximum_minutes" int not null default 240, "lead_minutes" int not null default 0, "horizon_days" int not null default 60, "buffer_before_minutes" int not null default 0, "buffer_after_minutes" int not null default 0, "withdrawn_at" timestamptz null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "equipment_centre_id_index" on "equipment" ("centre_id")`);
    this.addSql(`create index "equipment_type_key_index" on "equipment" ("type_key")`);
    this.addSql(
      `alter table "equipment" add constraint "equipment_audience_check" check ("audience" in ('members', 'network', 'everyone'))`,
    );
    this.addSql(
      `create table "installation_fact" ("key" varchar(60) not null, "value" jsonb not null, primary key ("key"))`,
    );
    this.addSql(
      `create table "logged_event" ("id" bigserial primary key, "xid" xid8 not null default pg_current_xact_id(), "at" timestamptz not null, "type" varchar(60) not null, "topics" text[] not null, "subject" jsonb not null, "audience" varchar(60) not null, "actor_id" uuid null)`,
    );
    this.addSql(`create index "logged_event_xid_id_index" on "logged_event" ("xid", "id")`);
    this.addSql(`create index "logged_event_at_index" on "logged_event" ("at")`);
    this.addSql(
      `create table "opening_exception" ("id" uuid not null, "centre_id" uuid not null, "equipment_id" uuid null, "kind" text not null, "starts_on" date not null, "ends_on" date not null, "opens" time(0) null, "closes" time(0) null, "yearly" boolean not null default false, "messages" jsonb not null default '{}', primary key ("id"))`,
    );
    this.addSql(`create index "opening_exception_centre_id_index" on "opening_exception" ("centre_id")`);
    this.addSql(`create index "opening_exception_equipment_id_index" on "opening_exception" ("equipment_id")`);
    this.addSql(
      `alter table "opening_exception" add constraint "opening_exception_order_check" check (starts_on <= ends_on)`,
    );
    this.addSql(
      `alter table "opening_exception" add constraint "opening_exception_hours_check" check ((kind = 'closed' and opens is null and closes is null) or (kind = 'special_hours' and opens < closes))`,
    );
    this.addSql(
      `alter table "opening_exception" add constraint "opening_exception_kind_check" check ("kind" in ('closed', 'special_hours'))`,
    );
    this.addSql(
      `create table "opening_rule" ("id" uuid not null, "centre_id" uuid not null, "equipment_id" uuid null, "weekday" smallint not null, "opens" time(0) not null, "closes" time(0) not null, primary key ("id"))`,
    );
    this.addSql(`create index "opening_rule_centre_id_index" on "opening_rule" ("centre_id")`);
    this.addSql(`create index "opening_rule_equipment_id_index" on "opening_rule" ("equipment_id")`);
    this.addSql(
      `alter table "opening_rule" add constraint "opening_rule_weekday_check" check (weekday >= 1 and weekday <= 7)`,
    );
    this.addSql(`alter table "opening_rule" add constraint "opening_rule_order_check" check (opens < closes)`);
    this.addSql(
      `create table "organisation" ("id" uuid not null, "slug" varchar(80) not null, "name" varchar(160) not null, "city_id" uuid not null, "size_class" text not null, "summary" text not null default '', "website" varchar(400) null, "demonstration" boolean not null default false, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "organisation" add constraint "organisation_slug_unique" unique ("slug")`);
    this.addSql(`create index "organisation_city_id_index" on "organisation" ("city_id")`);
    this.addSql(
      `alter table "organisation" add constraint "organisation_size_class_check" check ("size_class" in ('self_employed', 'micro', 'small', 'medium', 'large', 'association'))`,
    );
    this.addSql(
      `create table "person" ("id" uuid not null, "name" varchar(120) not null, "email" varchar(254) not null, "email_verified" boolean not null default false, "image" varchar(400) null, "locale" varchar(16) not null default 'lt', "operator" boolean not null default false, "demonstration" boolean not null default false, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "person" add constraint "person_email_unique" unique ("email")`);
    this.addSql(
      `create table "membership" ("id" uuid not null, "person_id" uuid not null, "centre_id" uuid not null, "role" text not null, "valid_from" timestamptz not null, "valid_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "membership_centre_id_index" on "membership" ("centre_id")`);
    this.addSql(
      `alter table "membership" add constraint "membership_person_id_centre_id_unique" unique ("person_id", "centre_id")`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_role_check" check ("role" in ('member', 'staff', 'manager'))`,
    );
    this.addSql(
      `create table "mandate" ("id" uuid not null, "person_id" uuid not null, "organisation_id" uuid not null, "valid_from" timestamptz not null, "valid_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "mandate_organisation_id_index" on "mandate" ("organisation_id")`);
    this.addSql(
      `alter table "mandate" add constraint "mandate_person_id_organisation_id_unique" unique ("person_id", "organisation_id")`,
    );
    this.addSql(
      `create table "client_request" ("person_id" uuid not null, "key" varchar(80) not null, "operation" varchar(60) not null, "fingerprint" varchar(64) not null, "result_id" uuid not null, "created_at" timestamptz not null, primary key ("person_id", "key"))`,
    );
    this.addSql(
      `create table "city_coordinator" ("id" uuid not null, "person_id" uuid not null, "city_id" uuid not null, "valid_from" timestamptz not null, "valid_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "city_coordinator_city_id_index" on "city_coordinator" ("city_id")`);
    this.addSql(
      `alter table "city_coordinator" add constraint "city_coordinator_person_id_city_id_unique" unique ("person_id", "city_id")`,
    );
    this.addSql(
      `create table "account" ("id" uuid not null, "person_id" uuid not null, "account_id" varchar(255) not null, "provider_id" varchar(120) not null, "access_token" text null, "refresh_token" text null, "id_token" text null, "access_token_expires_at" timestamptz null, "refresh_token_expires_at" timestamptz null, "scope" text null, "password" text null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "account_person_id_index" on "account" ("person_id")`);
    this.addSql(
      `create table "post" ("id" uuid not null, "kind" text not null, "title" varchar(160) not null, "body" text not null, "language" varchar(16) not null, "audience" text not null, "state" text not null, "city_id" uuid not null, "centre_id" uuid null, "author_id" uuid null, "organisation_id" uuid null, "acting_centre_id" uuid null, "subject" text null, "terms" text null, "quantity" varchar(80) null, "valid_until" date null, "place" varchar(200) null, "remote" boolean not null default false, "starts_at" timestamptz null, "ends_at" timestamptz null, "zone" varchar(64) null, "seats" int null, "created_at" timestamptz not null, "edited_at" timestamptz null, "withdrawn_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "post_created_at_id_index" on "post" ("created_at", "id")`);
    this.addSql(`create index "post_city_id_created_at_id_index" on "post" ("city_id", "created_at", "id")`);
    this.addSql(`create index "post_centre_id_created_at_id_index" on "post" ("centre_id", "created_at", "id")`);
    this.addSql(`create index "post_author_id_created_at_id_index" on "post" ("author_id", "created_at", "id")`);
    this.addSql(
      `alter table "post" add constraint "post_event_check" check ((kind = 'event' and starts_at is not null and ends_at is not null and zone is not null and starts_at < ends_at) or (kind <> 'event' and starts_at is null and ends_at is null))`,
    );
    this.addSql(
      `alter table "post" add constraint "post_exchange_check" check ((kind in ('offer', 'request')) = (subject is not null and terms is not null))`,
    );
    this.addSql(
      `alter table "post" add constraint "post_kind_check" check ("kind" in ('offer', 'request', 'event', 'discussion'))`,
    );
    this.addSql(
      `alter table "post" add constraint "post_audience_check" check ("audience" in ('public', 'network', 'members'))`,
    );
    this.addSql(`alter table "post" add constraint "post_state_check" check ("state" in ('open', 'withdrawn'))`);
    this.addSql(
      `alter table "post" add constraint "post_subject_check" check ("subject" in ('equipment', 'space', 'skill', 'material', 'partner'))`,
    );
    this.addSql(
      `alter table "post" add constraint "post_terms_check" check ("terms" in ('gift', 'swap', 'paid', 'open'))`,
    );
    this.addSql(
      `create table "post_equipment_type" ("post_id" uuid not null, "type_key" varchar(60) not null, primary key ("post_id", "type_key"))`,
    );
    this.addSql(
      `create table "post_revision" ("id" uuid not null, "post_id" uuid not null, "title" varchar(160) not null, "body" text not null, "replaced_at" timestamptz not null, "replaced_by_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "post_revision_post_id_index" on "post_revision" ("post_id")`);
    this.addSql(
      `create table "reply" ("id" uuid not null, "post_id" uuid not null, "author_id" uuid null, "organisation_id" uuid null, "acting_centre_id" uuid null, "body" text not null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "reply_post_id_created_at_id_index" on "reply" ("post_id", "created_at", "id")`);
    this.addSql(
      `create table "session" ("id" uuid not null, "person_id" uuid not null, "token" varchar(255) not null, "expires_at" timestamptz not null, "ip_address" varchar(64) null, "user_agent" text null, "acting_organisation_id" uuid null, "acting_centre_id" uuid null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "session_person_id_index" on "session" ("person_id")`);
    this.addSql(`alter table "session" add constraint "session_token_unique" unique ("token")`);
    this.addSql(
      `create table "unit" ("id" uuid not null, "equipment_id" uuid not null, "position" smallint not null, "name" varchar(80) null, "withdrawn_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_equipment_id_position_unique" unique ("equipment_id", "position")`,
    );
    this.addSql(
      `create table "booking" ("id" uuid not null, "equipment_id" uuid not null, "unit_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "state" text not null, "booker_id" uuid null, "organisation_id" uuid null, "acting_centre_id" uuid null, "purpose" varchar(400) not null default '', "terms" jsonb not null, "created_at" timestamptz not null, "cancelled_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "booking_booker_id_starts_at_id_index" on "booking" ("booker_id", "starts_at", "id")`);
    this.addSql(`create index "booking_equipment_id_starts_at_index" on "booking" ("equipment_id", "starts_at")`);
    this.addSql(`alter table "booking" add constraint "booking_order_check" check (starts_at < ends_at)`);
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('confirmed', 'cancelled'))`,
    );
    this.addSql(
      `create table "occupancy" ("id" uuid not null, "unit_id" uuid not null, "during" tstzrange not null, "kind" text not null, "blocking" boolean not null default true, "booking_id" uuid null, "note" varchar(200) null, primary key ("id"))`,
    );
    this.addSql(`alter table "occupancy" add constraint "occupancy_booking_id_unique" unique ("booking_id")`);
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_kind_check" check ("kind" in ('booking', 'maintenance', 'closure', 'training'))`,
    );
    this.addSql(
      `create table "verification" ("id" uuid not null, "identifier" varchar(255) not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "verification_identifier_index" on "verification" ("identifier")`);
    this.addSql(
      `alter table "city" add constraint "city_country_code_foreign" foreign key ("country_code") references "country" ("code") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "centre" add constraint "centre_city_id_foreign" foreign key ("city_id") references "city" ("id") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "equipment" add constraint "equipment_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "equipment" add constraint "equipment_type_key_foreign" foreign key ("type_key") references "equipment_type" ("key") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "opening_exception" add constraint "opening_exception_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "opening_exception" add constraint "opening_exception_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "opening_rule" add constraint "opening_rule_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "opening_rule" add constraint "opening_rule_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "organisation" add constraint "organisation_city_id_foreign" foreign key ("city_id") references "city" ("id") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "mandate" add constraint "mandate_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "mandate" add constraint "mandate_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "client_request" add constraint "client_request_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "city_coordinator" add constraint "city_coordinator_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "city_coordinator" add constraint "city_coordinator_city_id_foreign" foreign key ("city_id") references "city" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "account" add constraint "account_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "post" add constraint "post_city_id_foreign" foreign key ("city_id") references "city" ("id") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "post" add constraint "post_centre_id_foreign" foreign key ("centre_id") references "centre" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "post" add constraint "post_author_id_foreign" foreign key ("author_id") references "person" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "post" add constraint "post_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "post" add constraint "post_acting_centre_id_foreign" foreign key ("acting_centre_id") references "centre" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "post_equipment_type" add constraint "post_equipment_type_post_id_foreign" foreign key ("post_id") references "post" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "post_equipment_type" add constraint "post_equipment_type_type_key_foreign" foreign key ("type_key") references "equipment_type" ("key") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "post_revision" add constraint "post_revision_post_id_foreign" foreign key ("post_id") references "post" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "post_revision" add constraint "post_revision_replaced_by_id_foreign" foreign key ("replaced_by_id") references "person" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "reply" add constraint "reply_post_id_foreign" foreign key ("post_id") references "post" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "reply" add constraint "reply_author_id_foreign" foreign key ("author_id") references "person" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "reply" add constraint "reply_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "reply" add constraint "reply_acting_centre_id_foreign" foreign key ("acting_centre_id") references "centre" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "session" add constraint "session_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "session" add constraint "session_acting_organisation_id_foreign" foreign key ("acting_organisation_id") references "organisation" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "session" add constraint "session_acting_centre_id_foreign" foreign key ("acting_centre_id") references "centre" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_booker_id_foreign" foreign key ("booker_id") references "person" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_acting_centre_id_foreign" foreign key ("acting_centre_id") references "centre" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "occupancy" add constraint "occupancy_booking_id_foreign" foreign key ("booking_id") references "booking" ("id") on update cascade on delete cascade`,
    );

    // Two blocking rows of one unit can never overlap, whatever the program does.
    this.addSql(
      'alter table occupancy add constraint occupancy_no_overlap exclude using gist (unit_id with =, during with &&) where (blocking)',
    );
    this.addSql(
      'alter table occupancy add constraint occupancy_during_check check (not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during) and not upper_inf(during))',
    );
    this.addSql('create index occupancy_during_index on occupancy using gist (during) where (blocking)');
    this.addSql(
      `create index centre_words_index on centre using gin (talka_fold(name || ' ' || summary || ' ' || coalesce(address, '')) gin_trgm_ops)`,
    );
    this.addSql(
      `create index equipment_words_index on equipment using gin (talka_fold(coalesce(name, '') || ' ' || description) gin_trgm_ops)`,
    );
    this.addSql('create index centre_name_fold_index on centre using gin (talka_fold(name) gin_trgm_ops)');
    this.addSql(`create index post_words_index on post using gin (talka_fold(title || ' ' || body) gin_trgm_ops)`);
    this.addSql('create index post_equipment_type_type_key_index on post_equipment_type (type_key)');
  }

  override async down(): Promise<void> {
    this.addSql(
      'drop table if exists "country", "city", "centre", "equipment_type", "equipment", "installation_fact", "logged_event", "opening_exception", "opening_rule", "organisation", "person", "membership", "mandate", "client_request", "city_coordinator", "account", "post", "post_equipment_type", "post_revision", "reply", "session", "unit", "booking", "occupancy", "verification" cascade',
    );
    this.addSql('drop function if exists talka_fold(text)');
  }
}
