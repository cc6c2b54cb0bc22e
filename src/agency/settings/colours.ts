/** The agency's own colour: which accents are read well enough on the paper and the sheets of DESIGN.md. */

export const LIGHTS = ["light", "dark"] as const;

export type Light = (typeof LIGHTS)[number];

/** What an accent stands on, as `paper.css` has it. */
export const GROUNDS: Readonly<Record<Light, readonly string[]>> = {
  light: ["#fffdf8", "#f6f2e9"],
  dark: ["#151412", "#1f1d1a"],
};

/** The accents of an agency that has chosen none. */
export const USUAL_ACCENTS: Readonly<Record<Light, string>> = { light: "#9c2a1a", dark: "#f0937c" };

/** WCAG 2.2 asks so much of words. */
export const LEAST_CONTRAST = 4.5;

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text);
}

/** The lower of a colour's contrasts on paper and on a sheet. */
export function contrastOn(light: Light, colour: string): number {
  return Math.min(...GROUNDS[light].map((ground) => contrast(colour, ground)));
}

/** The colour itself when it holds, else the nearest of its hue that does: darker in the light, lighter in the dark. */
export function nearestThatHolds(light: Light, colour: string): string {
  const end = light === "light" ? 0 : 255;
  for (let step = 0; step <= STEPS; step++) {
    const tried = mixed(colour, end, step / STEPS);
    if (contrastOn(light, tried) >= LEAST_CONTRAST) return tried;
  }
  throw new Error(`black and white do not stand out in the ${light}`);
}

// A step is less than one part of 255.
const STEPS = 256;

/** A part of the way from a colour to black (0) or white (255). */
function mixed(colour: string, end: number, part: number): string {
  const parts = partsOf(colour).map((value) => Math.round(value + (end - value) * part));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function partsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
