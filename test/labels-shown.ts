/** A name that is labelled from some moment on, and what of its labels a page shows: none of them, all, or half, which must not be. */
export const NAMED = "Crimson Daybreak";
export const SAID = "banned in Karvia";

export function labelsShown(html: string): "none" | "all" | "half" | "no name" {
  const names = html.split(NAMED).length - 1;
  const labels = html.split(SAID).length - 1;
  if (names === 0) return "no name";
  if (labels === 0) return "none";
  return labels === names ? "all" : "half";
}
