import { Migration } from '@mikro-orm/migrations';

/** The next free time of each equipment, forgotten by triggers wherever something changes that it depends on. */
export class Migration20261123013414 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "next_free" ("equipment_id" uuid not null, "version" int not null default 0, "known" boolean not null default false, "starts_at" timestamptz null, "ends_at" timestamptz null, "holds_from" timestamptz null, "holds_until" timestamptz null, primary key ("equipment_id")) with (fillfactor = 70)`,
    );
    this.addSql(
      `alter table "next_free" add constraint "next_free_equipment_id_foreign" foreign key ("equipment_id") references "equipment" ("id") on update cascade on delete cascade`,
    );

    // The version grows with every change, since somebody may be finding the answer from before it. The answer is
    // forgotten where the change may touch it: time taken in it, or time freed before its end. No time means any.
    // In the order of ids, so that two changes of several equipments never wait for each other.
    this.addSql(`create function talka_touch_next_free(ids uuid[], times tstzrange[], freed boolean[]) returns void
      language sql as $$
        insert into next_free (equipment_id, version, known)
        select e.id, 1, false from equipment e where e.id = any(ids) order by e.id
        on conflict (equipment_id) do update set version = next_free.version + 1,
          known = next_free.known and not exists (
            select from unnest(ids, times, freed) c(id, during, freed)
            join equipment e on e.id = c.id
            cross join lateral (
              select make_interval(mins => e.buffer_before_minutes + e.buffer_after_minutes) as buffers) m
            where c.id = next_free.equipment_id and (c.during is null
              or case when next_free.starts_at is null then c.freed
                else lower(c.during) - m.buffers <= next_free.ends_at
                  and (c.freed or next_free.starts_at <= upper(c.during) + m.buffers) end))
      $$`);

    this.addSql(`create function talka_occupancy_changed() returns trigger language plpgsql as $$
      declare ids uuid[]; times tstzrange[]; freed boolean[];
      begin
        if tg_op = 'INSERT' then
          select array_agg(u.equipment_id), array_agg(o.during), array_agg(false) into ids, times, freed
          from after_rows o join unit u on u.id = o.unit_id where o.blocking;
        elsif tg_op = 'DELETE' then
          select array_agg(u.equipment_id), array_agg(o.during), array_agg(true) into ids, times, freed
          from before_rows o join unit u on u.id = o.unit_id where o.blocking;
        else
          select array_agg(u.equipment_id), array_agg(o.during), array_agg(o.freed) into ids, times, freed
          from (select unit_id, during, false as freed from after_rows where blocking
            union all select unit_id, during, true from before_rows where blocking) o
          join unit u on u.id = o.unit_id;
        end if;
        if ids is not null then perform talka_touch_next_free(ids, times, freed); end if;
        return null;
      end $$`);
    this.followChanges('occupancy', 'talka_occupancy_changed', ['insert', 'update', 'delete']);

    this.addSql(`create function talka_unit_changed() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'DELETE' then
          perform talka_touch_next_free((select array_agg(equipment_id) from after_rows), '{}', '{}');
        end if;
        if tg_op <> 'INSERT' then
          perform talka_touch_next_free((select array_agg(equipment_id) from before_rows), '{}', '{}');
        end if;
        return null;
      end $$`);
    this.followChanges('unit', 'talka_unit_changed', ['insert', 'update', 'delete']);

    this.addSql(`create function talka_opening_changed() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'DELETE' then
          perform talka_touch_next_free((select array_agg(distinct e.id) from after_rows o
            join equipment e on e.centre_id = o.centre_id), '{}', '{}');
        end if;
        if tg_op <> 'INSERT' then
          perform talka_touch_next_free((select array_agg(distinct e.id) from before_rows o
            join equipment e on e.centre_id = o.centre_id), '{}', '{}');
        end if;
        return null;
      end $$`);
    this.followChanges('opening_rule', 'talka_opening_changed', ['insert', 'update', 'delete']);
    this.followChanges('opening_exception', 'talka_opening_changed', ['insert', 'update', 'delete']);

    this.addSql(`create function talka_equipment_changed() returns trigger language plpgsql as $$
      begin
        perform talka_touch_next_free((select array_agg(id) from after_rows), '{}', '{}');
        return null;
      end $$`);
    this.followChanges('equipment', 'talka_equipment_changed', ['update']);

    this.addSql(`create function talka_centre_changed() returns trigger language plpgsql as $$
      begin
        perform talka_touch_next_free((select array_agg(e.id) from after_rows after
          join before_rows before on before.id = after.id and before.zone <> after.zone
          join equipment e on e.centre_id = after.id), '{}', '{}');
        return null;
      end $$`);
    this.followChanges('centre', 'talka_centre_changed', ['update']);
  }

  private followChanges(table: string, name: string, events: readonly ('insert' | 'update' | 'delete')[]): void {
    const rows = {
      insert: 'new table as after_rows',
      update: 'old table as before_rows new table as after_rows',
      delete: 'old table as before_rows',
    };
    for (const event of events) {
      this.addSql(
        `create trigger ${table}_next_free_${event} after ${event} on ${table} referencing ${rows[event]} for each statement execute function ${name}()`,
      );
    }
  }

  override async down(): Promise<void> {
    this.addSql(
      'drop function talka_occupancy_changed, talka_unit_changed, talka_opening_changed, talka_equipment_changed, talka_centre_changed cascade',
    );
    this.addSql('drop function talka_touch_next_free');
    this.addSql('drop table "next_free"');
  }
}
