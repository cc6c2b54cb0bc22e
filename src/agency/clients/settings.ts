/** What the house says on everything its wire carries, and whom the wire tells: which settings there are, and what they may hold. */

/** Who holds the rights and what may be done: once for all, and for each edition that says otherwise. */
export const RIGHTS_FIELDS = ["holder", "notice", "usage-terms"] as const;
/** Each a list of addresses, one a line (JournalList's trust.txt). */
export const TRUST_FIELDS = ["member", "belongto", "control", "controlledby", "vendor", "customer", "social"] as const;

export type RightsField = (typeof RIGHTS_FIELDS)[number];
export type TrustField = (typeof TRUST_FIELDS)[number];
export type WireSettingField = RightsField | TrustField | "acknowledge-minutes" | "hubs" | "datatrainingallowed";

export const TRAINING = ["", "yes", "no"] as const;

const LONGEST = 2_000;
const MOST_MINUTES = 7 * 24 * 60;

/** Why a text cannot stand in a setting; nothing when it can. */
export function settingProblem(field: WireSettingField, text: string): "addresses" | "minutes" | "long" | undefined {
  if (text.length > LONGEST) return "long";
  if (field === "acknowledge-minutes")
    return text === "" || (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= MOST_MINUTES)
      ? undefined
      : "minutes";
  if (field === "hubs" || TRUST_FIELDS.some((one) => one === field)) {
    const lines = text.split("\n").map((line) => line.trim());
    return lines.every((line) => line === "" || isAddress(line)) ? undefined : "addresses";
  }
  return undefined;
}

function isAddress(line: string): boolean {
  const url = /\s/.test(line) ? null : URL.parse(line);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "";
}
