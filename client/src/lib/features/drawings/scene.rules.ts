import { centreCraft } from './craft.rules.ts';
import { facade } from './facades.rules.ts';
import { turnOf } from './turn.rules.ts';

/** A centre as it stands in the scene of its city. */
export interface SceneCentre {
  readonly id: string;
  readonly model: string;
  readonly open: boolean;
}

const sceneWidth = 720;

/** How many fronts the street has room for. */
const most = 7;
const street = 236;

const hills =
  '<path class="h" d="M0 190q90 -70 190 -30t170 -20 180 10 180 -30v180H0z"/><path class="h" d="M0 210q120 -40 240 -10t240 -20 240 10v120H0z"/>';
const river =
  '<path class="v" d="M0 262q120 -14 240 0t240 0 240 0v38H0z"/><path class="t" d="M40 276q20 -6 40 0m120 8q24 -6 48 0m140 -10q20 -6 40 0m150 10q20 -6 40 0"/>';

const tree = (x: number, size: number): string =>
  `<path class="l" d="M${x} ${street + 18}v-${size}"/><circle class="e" cx="${x}" cy="${street + 14 - size}" r="${(size * 0.62).toFixed(0)}"/>`;

/**
 * The inside of the `<svg>` of a street of workshops in `sceneBox`: one front for each centre, in whose windows there is
 * light while it is open. Those that are open come first where there are more than the street has room for.
 */
export function scene(centres: readonly SceneCentre[]): string {
  const shown = centres
    .toSorted((a, b) => Number(b.open) - Number(a.open))
    .slice(0, most)
    .toSorted((a, b) => turnOf(a.id) - turnOf(b.id));
  const room = sceneWidth / Math.max(shown.length, 4);
  const fronts = shown.map(({ id, model, open }, index) => {
    const turn = turnOf(id);
    const scale = Math.min(room / 92, 1.9) * (0.9 + (turn % 4) * 0.06);
    const x = index * room + room / 2 - 48 * scale + ((turn % 5) - 2) * 3;
    const y = street + 16 - 62 * scale;
    const tint = `--craft:var(--craft-${centreCraft(id)})`;
    return `<g style="${tint}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(2)})">${facade(model, open, turn)}</g>`;
  });
  const trees = shown.map((_, index) => tree(Math.round(index * room + 6), 18 + ((index * 7) % 12)));
  return `${hills}<path class="s" d="M0 ${street + 15}h720v12H0z"/>${trees.join('')}${fronts.join('')}${river}`;
}
