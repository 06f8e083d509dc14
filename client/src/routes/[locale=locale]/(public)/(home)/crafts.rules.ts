import { everywhere } from '#lib/features/search/place.rules.ts';

/** Eight crafts that show at a glance what one can do; each by the type that stands for it, some as a whole group. */
export const crafts = [
  { name: 'home.craft.laser', type: 'laser_cutter', group: 'DIGITAL_FABRICATION', whole: false },
  { name: 'home.craft.printing3d', type: 'printer_3d_fdm', group: 'DIGITAL_FABRICATION', whole: false },
  { name: 'home.craft.sewing', type: 'sewing_machine', group: 'FABRICS', whole: true },
  { name: 'home.craft.ceramics', type: 'potters_wheel', group: 'CERAMICS', whole: true },
  { name: 'home.craft.wood', type: 'table_saw', group: 'WOODWORK', whole: true },
  { name: 'home.craft.print', type: 'screen_print_table', group: 'PRINT_MAKING', whole: true },
  { name: 'home.craft.sound', type: 'audio_studio', group: 'MEDIA', whole: false },
  { name: 'home.craft.hall', type: 'event_hall', group: 'SPACE', whole: false },
] as const;

/** What a city has of the types of equipment. */
export type Offered = readonly { readonly key: string; readonly group: string }[];

/** The eight crafts with the search that each leads to: in the city where it has the craft, else everywhere. */
export function craftsIn(city: string | undefined, offered: Offered) {
  return crafts.map(({ name, type, group, whole }) => {
    const here = offered.some((each) => (whole ? each.group === group : each.key === type));
    const query = new URLSearchParams({ what: whole ? group : type, ...(city && { city: here ? city : everywhere }) });
    return { name, type, group, here, path: `/find?${query}` as const };
  });
}
