/**
 * A small kit for drawing pictures as SVG text: colours, gradients, hills, water, light and
 * grain. Chance is seeded, so a drawing comes out the same every time.
 */

export const WIDTH = 1600;
export const HEIGHT = 1000;

/** One palette for every picture, so that a front page holds together. */
export const ink = "#13233a";
export const night = "#1c3450";
export const slate = "#335169";
export const sea = "#4f7c88";
export const mist = "#a8c2c0";
export const foam = "#dfe7e0";
export const cream = "#f5ecd9";
export const sand = "#e7d2ac";
export const apricot = "#eba86c";
export const brick = "#b9533b";
export const wine = "#6e2c33";
export const moss = "#5d7350";

export type Point = readonly [number, number];
type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : value}"`)
    .join("");
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join("")}</${name}>`;
}

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string => element("rect", { x, y, width, height, fill, ...more });

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  element("circle", { cx, cy, r, fill, ...more });

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  element("ellipse", { cx, cy, rx, ry, fill, ...more });

export const shape = (points: readonly Point[], fill: string, more: Attributes = {}): string =>
  element("polygon", { points: points.map(([x, y]) => `${round(x)},${round(y)}`).join(" "), fill, ...more });

export const path = (d: string, more: Attributes): string => element("path", { d, ...more });

export const line = (from: Point, to: Point, stroke: string, width: number, more: Attributes = {}): string =>
  element("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke, "stroke-width": width, ...more });

export const group = (attributes: Attributes, ...inside: readonly string[]): string =>
  element("g", attributes, ...inside);

/** Numbers from 0 to 1, the same ones for the same seed. */
export function chance(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Colours from top to bottom; `stops` are `[where from 0 to 1, colour, opacity]`. */
export function fade(id: string, stops: readonly (readonly [number, string, number?])[], sideways = false): string {
  const along = sideways ? { x1: 0, y1: 0, x2: 1, y2: 0 } : { x1: 0, y1: 0, x2: 0, y2: 1 };
  return element("linearGradient", { id, ...along }, ...stops.map(stop));
}

export function glow(id: string, stops: readonly (readonly [number, string, number?])[]): string {
  return element("radialGradient", { id }, ...stops.map(stop));
}

/** A line of hills from edge to edge, filled down to the foot of the picture. */
export function hills(seed: number, y: number, height: number, fill: string, rough = 0.55): string {
  const top = ridge(chance(seed), y, height, rough);
  return shape([...top, [WIDTH + 10, HEIGHT + 10], [-10, HEIGHT + 10]], fill);
}

/** Water between two heights: short strokes of light, thin and close far off, long and wide near. */
export function glints(
  seed: number,
  top: number,
  foot: number,
  colour: string,
  how: { many: number; centre?: number; spread?: number; opacity?: number },
): string {
  const next = chance(seed);
  const centre = how.centre ?? WIDTH / 2;
  const spread = how.spread ?? WIDTH;
  const strokes = Array.from({ length: how.many }, () => {
    const depth = next() ** 1.6;
    const y = top + (foot - top) * depth;
    const length = 12 + 150 * depth * next();
    const x = centre + (next() + next() - 1) * spread * (0.45 + depth * 0.55);
    const thick = 1 + 4.5 * depth;
    return rect(x - length / 2, y, length, thick, colour, {
      rx: thick / 2,
      opacity: (how.opacity ?? 0.5) * (0.25 + 0.75 * next()),
    });
  });
  return group({}, ...strokes);
}

/** Banks of cloud: flat below, rounded above. */
export function clouds(
  seed: number,
  y: number,
  colour: string,
  { many, opacity, wide = 320 }: { many: number; opacity: number; wide?: number },
): string {
  const next = chance(seed);
  const banks = Array.from({ length: many }, () => {
    const x = next() * WIDTH;
    const at = y + (next() - 0.5) * 160;
    return ellipse(x, at, wide * (0.5 + next()), 14 + 26 * next(), colour, { opacity: opacity * (0.4 + 0.6 * next()) });
  });
  return group({ filter: "url(#soft)" }, ...banks);
}

/** Birds far away. */
export function birds(seed: number, around: Point, many: number, colour: string): string {
  const next = chance(seed);
  return group(
    { fill: "none", stroke: colour, "stroke-width": 3, "stroke-linecap": "round" },
    ...Array.from({ length: many }, () => {
      const x = around[0] + (next() - 0.5) * 360;
      const y = around[1] + (next() - 0.5) * 160;
      const span = 9 + 10 * next();
      return path(
        `M${round(x - span)} ${round(y - span * 0.4)}Q${round(x - span * 0.3)} ${round(y - span * 0.5)} ${round(x)} ${round(y)}Q${round(x + span * 0.3)} ${round(y - span * 0.5)} ${round(x + span)} ${round(y - span * 0.4)}`,
        {},
      );
    }),
  );
}

/** The whole picture: its own definitions, its layers from back to front, then paper grain and a darker edge. */
export function finished(defs: readonly string[], ...layers: readonly string[]): string {
  const grain = element(
    "filter",
    { id: "grain", x: 0, y: 0, width: 1, height: 1 },
    element("feTurbulence", {
      type: "fractalNoise",
      baseFrequency: 0.55,
      numOctaves: 2,
      seed: 7,
      stitchTiles: "stitch",
    }),
    element("feColorMatrix", { type: "matrix", values: "0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 1.6 -0.55" }),
  );
  const soft = element(
    "filter",
    { id: "soft", x: -0.2, y: -1, width: 1.4, height: 3 },
    element("feGaussianBlur", { stdDeviation: 20 }),
  );
  const edge = glow("edge", [
    [0.55, ink, 0],
    [1, ink, 0.34],
  ]);
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    element("defs", {}, grain, soft, edge, ...defs),
    ...layers,
    rect(-300, -250, WIDTH + 600, HEIGHT + 500, "url(#edge)"),
    rect(0, 0, WIDTH, HEIGHT, "#808080", { filter: "url(#grain)", opacity: 0.16, style: "mix-blend-mode:overlay" }),
  );
}

function ridge(next: () => number, y: number, height: number, rough: number): Point[] {
  let points: Point[] = [
    [-10, y + (next() - 0.5) * height],
    [WIDTH / 2, y + (next() - 0.5) * height],
    [WIDTH + 10, y + (next() - 0.5) * height],
  ];
  let sway = height;
  for (let pass = 0; pass < 7; pass++) {
    sway *= rough;
    points = points.flatMap((point, at): Point[] => {
      const after = points[at + 1];
      if (!after) return [point];
      return [point, [(point[0] + after[0]) / 2, (point[1] + after[1]) / 2 + (next() - 0.5) * sway]];
    });
  }
  return points;
}

function stop([offset, colour, opacity = 1]: readonly [number, string, number?]): string {
  return element("stop", { offset, "stop-color": colour, "stop-opacity": opacity });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
