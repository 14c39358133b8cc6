import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Rational } from '../number/index.ts';
import { type Html, html } from './html.ts';

/** A part of a bar. */
export interface BarPart {
  /** Names the colour. */
  readonly colour: string;
  readonly count: number;
}

const WIDTH = 1000;
const HEIGHT = 20;

/**
 * A bar whose parts add up to the whole, drawn as wide as there is room.
 *
 * @param marks Shares of the whole that are marked on the bar.
 * @param label What the bar says, in words; `null` where it stands beside.
 */
export function stackedBar(
  parts: readonly BarPart[],
  whole: number,
  marks: readonly Rational[],
  label: string | null,
): Html {
  const counts = Object.fromEntries(parts.map(({ count }, index) => [String(index), count]));
  const layers = stack().keys(Object.keys(counts))([counts]);
  const x = scaleLinear([0, Math.max(whole, 1)], [0, WIDTH]);
  const pieces = layers.flatMap((layer, index) => {
    const [from, to] = layer[0] ?? [0, 0];
    const part = parts[index];
    if (part === undefined || to === from) return [];
    return [
      html`<rect class="${part.colour}" x="${tenth(x(from))}" width="${tenth(x(to) - x(from))}" height="${HEIGHT}"/>`,
    ];
  });
  const lines = marks.map((share) => {
    const at = Number((share.num * BigInt(WIDTH)) / share.den);
    return html`<path class="target" d="M${at} 0V${HEIGHT}"/>`;
  });
  const role = label === null ? html`aria-hidden="true"` : html`role="img" aria-label="${label}"`;
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" ${role}>${pieces}${lines}</svg>`;
}

/** Enough for the eye, and the same on every machine. */
function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}
