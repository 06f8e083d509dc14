/** Colours by the names of the tokens without their dashes, such as `moss`. */
export type Palette = (token: string) => string;

/** A picture that stands for a page where its address is shared. */
export interface Card {
  /** The inside of a drawing, 96 by 72, and the tint of its craft. */
  readonly drawn: string;
  readonly craft: string;
  readonly title: string;
  /** What stands below, from top to bottom. */
  readonly lines: readonly string[];
  /** Hours of a day as shares of it from 0 to 1, where there is one. */
  readonly day?: readonly Stretch[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: 'free' | 'taken' | 'unbookable' | 'closed';
}

export const cardWidth = 1200;
export const cardHeight = 630;
const margin = 64;
const column = 600;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that no XML may hold are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');

/** Words in lines of about so many characters, the last with an ellipsis where there were more. */
export function wrapped(text: string, characters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= characters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word.length > characters ? `${word.slice(0, characters - 1)}…` : word);
  }
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${last.slice(0, characters - 1)}…`];
}

/** The woven band: triangles of moss and madder. */
function band(color: Palette): string {
  const triangle = (x: number, token: string, points: string) =>
    `<path fill="${color(token)}" transform="translate(${x} 0)" d="${points}"/>`;
  const woven = Array.from({ length: cardWidth / 48 }, (_, index) => index * 48).map(
    (x) => triangle(x, 'moss', 'M0 0h48L24 24z') + triangle(x, 'madder', 'm0 12 10 12h-20zm48 0 10 12H38z'),
  );
  return `<rect width="${cardWidth}" height="24" fill="${color('amber-wash')}"/>${woven.join('')}`;
}

function strip(day: readonly Stretch[], color: Palette): string {
  const width = cardWidth - 2 * margin;
  const fill = { free: 'moss', taken: 'madder', unbookable: 'line', closed: 'sunk' } as const;
  const parts = day.map(({ from, to, kind }) => {
    const paint = kind === 'taken' ? 'url(#taken)' : color(fill[kind]);
    return `<rect x="${margin + from * width}" y="530" width="${(to - from) * width}" height="30" fill="${paint}"/>`;
  });
  const hours = [6, 9, 12, 15, 18, 21].map(
    (hour) => `<text class="hour" x="${margin + (hour / 24) * width}" y="592" text-anchor="middle">${hour}</text>`,
  );
  return `<rect x="${margin}" y="530" width="${width}" height="30" fill="${color('sunk')}"/>${parts.join('')}${hours.join('')}`;
}

const texts = (lines: readonly string[], kind: string, top: number, step: number) =>
  lines
    .map((line, index) => `<text class="${kind}" x="${column}" y="${top + index * step}">${escaped(line)}</text>`)
    .join('');

/** The card as an SVG, in the light colours of the pages. */
export function cardOf({ drawn, craft, title, lines, day }: Card, color: Palette): string {
  const long = title.length > 44;
  const [size, step] = long ? [48, 56] : [62, 70];
  const heading = wrapped(title, long ? 23 : 18, 4);
  const top = day ? 80 : 116;
  const first = top + 52;
  const below = first + heading.length * step;
  const rest = lines.flatMap((line) => wrapped(line, 34, 4)).slice(0, Math.floor((top + 400 - below) / 44));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" viewBox="0 0 ${cardWidth} ${cardHeight}">
<style>
.drawn { fill: none; stroke: ${color('ink')}; stroke-width: 1.2; stroke-linecap: round; stroke-linejoin: round }
.drawn .f { fill: ${color(`craft-${craft}`)}; fill-opacity: 0.55 }
.drawn .p { fill: ${color('card')} }
.drawn .k { fill: ${color('ink')}; stroke: none }
.drawn .m { fill: ${color(`craft-${craft}`)} }
.drawn .g { fill: #ffd877 }
.drawn .t { stroke-width: 0.8 }
.drawn .w { opacity: 0.28 }
text { font-family: 'Bricolage Grotesque'; fill: ${color('ink')} }
.title { font-weight: 700; font-size: ${size}px }
.line { font-size: 34px; fill: ${color('ink-soft')} }
.hour { font-size: 24px; fill: ${color('ink-soft')} }
.sign { font-weight: 700; font-size: 34px }
</style>
<pattern id="taken" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="12" height="12" fill="${color('madder-wash')}"/><rect width="6" height="12" fill="${color('madder')}"/></pattern>
<clipPath id="panel"><rect width="480" height="360" rx="20"/></clipPath>
<rect width="${cardWidth}" height="${cardHeight}" fill="${color('paper')}"/>
${band(color)}
<g transform="translate(${margin} ${top})" clip-path="url(#panel)">
<rect width="480" height="360" fill="${color(`craft-${craft}-wash`)}"/>
<g class="drawn" transform="scale(5)">${drawn}</g>
</g>
${texts(heading, 'title', first, step)}
${texts(rest, 'line', below, 44)}
${day ? strip(day, color) : ''}
<text class="sign" x="${margin}" y="${day ? 496 : 560}">Talka</text>
</svg>`;
}
