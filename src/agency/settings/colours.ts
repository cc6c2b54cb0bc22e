/** The agency's own colour: the accents of its pages. */

export type Light = "light" | "dark";

/** The accents of an agency that has chosen none. */
export const USUAL_ACCENTS: Readonly<Record<Light, string>> = { light: "#9c2a1a", dark: "#f0937c" };
