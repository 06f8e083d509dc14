import { Migration } from '@mikro-orm/migrations';

/** The same in PL/pgSQL, which keeps the plan for as long as a connection lasts; SQL functions plan anew each time. */
export class Migration20261123043000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('drop function talka_touch_next_free');
    this.touching('plpgsql', (statement) => `begin ${statement}; end`);
  }

  override async down(): Promise<void> {
    this.addSql('drop function talka_touch_next_free');
    this.touching('sql', (statement) => statement);
  }

  private touching(language: 'sql' | 'plpgsql', body: (statement: string) => string): void {
    this.addSql(`create function talka_touch_next_free(ids uuid[], times tstzrange[], freed boolean[]) returns void
      language ${language} as $$ ${body(statement)} $$`);
  }
}

const statement = `
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
            and (c.freed or next_free.starts_at <= upper(c.during) + m.buffers) end))`;
