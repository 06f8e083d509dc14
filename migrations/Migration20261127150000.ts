import { Migration } from '@mikro-orm/migrations';

/** A booking is written once its time is won, so the key of the time to it is checked at commit. */
export class Migration20261127150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      'alter table "occupancy" alter constraint "occupancy_booking_id_foreign" deferrable initially deferred',
    );
    this.addSql('alter table "client_request" rename to "idempotency_key"');
    this.addSql('alter table "idempotency_key" rename constraint "client_request_pkey" to "idempotency_key_pkey"');
    this.addSql(
      'alter table "idempotency_key" rename constraint "client_request_person_id_foreign" to "idempotency_key_person_id_foreign"',
    );
  }

  override async down(): Promise<void> {
    this.addSql(
      'alter table "idempotency_key" rename constraint "idempotency_key_person_id_foreign" to "client_request_person_id_foreign"',
    );
    this.addSql('alter table "idempotency_key" rename constraint "idempotency_key_pkey" to "client_request_pkey"');
    this.addSql('alter table "idempotency_key" rename to "client_request"');
    this.addSql('alter table "occupancy" alter constraint "occupancy_booking_id_foreign" not deferrable');
  }
}
