/** What an edition may say of its labels: reading it from the store, changing it by words. */
import { EVERY_SURFACE, type LabelPolicy, NOTICE_SIZES, type NoticeRule, SURFACES } from "#text/labels/labels.ts";

/** A policy that says everything. */
export type WholePolicy = Required<LabelPolicy>;

/** What an edition starts with: every mention, in brackets, in every place a mention can stand. */
export const DEFAULT_POLICY: WholePolicy = {
  scope: "every",
  style: "inline",
  quotations: "after",
  surfaces: EVERY_SURFACE,
  wording: {},
  notice: { place: "bottom", size: 100 },
  notices: [],
  folds: false,
};

/** A policy as it was stored; what a later version added stands at its default. */
export function readPolicy(stored: Partial<LabelPolicy>): WholePolicy {
  return { ...DEFAULT_POLICY, ...stored, surfaces: { ...DEFAULT_POLICY.surfaces, ...stored.surfaces } };
}

export const SCOPES: readonly LabelPolicy["scope"][] = ["every", "first", "section", "document", "none"];
export const STYLES: readonly LabelPolicy["style"][] = ["inline", "note", "abbr"];
export const QUOTATIONS: readonly LabelPolicy["quotations"][] = ["after", "inside"];
const PLACES: readonly NoticeRule["place"][] = ["top", "bottom"];

/** Whether readers of such a policy have anything to fold: labels in brackets, more than one of a kind. */
export function mayFold({ folds, scope, style }: LabelPolicy): boolean {
  return folds === true && style === "inline" && (scope === "every" || scope === "section");
}

export type PolicyWords = {
  readonly policy?: string | undefined;
  readonly style?: string | undefined;
  readonly quotations?: string | undefined;
  /** The places where labels are printed, all others off; `all` or `none`. */
  readonly surfaces?: readonly string[] | undefined;
  /** `ru=banned in Russia`; without words the register's are printed again. */
  readonly wordings?: readonly string[] | undefined;
  readonly noticePlace?: string | undefined;
  readonly noticeSize?: string | undefined;
  readonly notices?: readonly NoticeRule[] | undefined;
  readonly folds?: string | undefined;
};

type Changed<Part> = { readonly is: Part } | { readonly problem: string };

/**
 * A policy changed by the operator's words; nothing when there are none. The policy `note` is every
 * mention with a marker; any other policy word keeps the style, unless it was the one of `note`.
 */
export function policyFrom(
  now: LabelPolicy,
  words: PolicyWords,
): { readonly policy: WholePolicy | undefined } | { readonly problem: string } {
  if (Object.values(words).every((one) => one === undefined)) return { policy: undefined };
  const { policy, style, quotations, folds, noticePlace, noticeSize, notices } = words;
  const whole = readPolicy(now);
  const isNote = policy === "note";
  const scope = isNote ? "every" : word(SCOPES, policy ?? now.scope);
  const chosen = word(
    STYLES,
    style ?? (isNote ? "note" : policy !== undefined && now.style === "note" ? "inline" : now.style),
  );
  const place = word(QUOTATIONS, quotations ?? now.quotations);
  if (!scope)
    return { problem: `"${policy}" is not a policy; use one of every, first, section, note, document, none.` };
  if (!chosen) return { problem: `"${style}" is not a style of labels; use one of ${STYLES.join(", ")}.` };
  if (!place) return { problem: `"${quotations}" is not a place for labels of quoted names; use after or inside.` };
  const surfaces = surfacesFrom(whole.surfaces, words.surfaces);
  if ("problem" in surfaces) return surfaces;
  const wording = wordingFrom(whole.wording, words.wordings);
  if ("problem" in wording) return wording;
  const stands = word(PLACES, noticePlace ?? whole.notice.place);
  if (!stands) return { problem: `"${noticePlace}" is not a place for a notice; use top or bottom.` };
  const size = NOTICE_SIZES.find((one) => String(one) === (noticeSize ?? String(whole.notice.size)));
  if (!size) return { problem: `"${noticeSize}" is not a size of notices; use one of ${NOTICE_SIZES.join(", ")}.` };
  const fold = word(["yes", "no"], folds ?? (whole.folds ? "yes" : "no"));
  if (!fold) return { problem: `Whether readers may fold labels is yes or no, not "${folds}".` };
  return {
    policy: {
      scope,
      style: chosen,
      quotations: place,
      surfaces: surfaces.is,
      wording: wording.is,
      notice: { place: stands, size },
      notices: notices ?? whole.notices,
      folds: fold === "yes",
    },
  };
}

function surfacesFrom(
  now: WholePolicy["surfaces"],
  given: readonly string[] | undefined,
): Changed<WholePolicy["surfaces"]> {
  if (given === undefined) return { is: now };
  const chosen = given.includes("all") ? SURFACES : given.filter((one) => one !== "none");
  const odd = chosen.find((one) => word(SURFACES, one) === undefined);
  if (odd !== undefined)
    return { problem: `"${odd}" is not a place labels are printed in; use all, none or ${SURFACES.join(", ")}.` };
  const isOn = new Set(chosen);
  return { is: surfacesOn((one) => isOn.has(one)) };
}

/** What is said of each surface. */
export function surfacesOn(isOn: (surface: (typeof SURFACES)[number]) => boolean): WholePolicy["surfaces"] {
  // The type wants every surface, and there is one for each.
  return Object.fromEntries(SURFACES.map((one) => [one, isOn(one)])) as WholePolicy["surfaces"];
}

// A label is a few words; more is a text.
const LONGEST_WORDING = 300;

function wordingFrom(
  now: WholePolicy["wording"],
  given: readonly string[] | undefined,
): Changed<WholePolicy["wording"]> {
  const wording: Record<string, string> = { ...now };
  for (const one of given ?? []) {
    const [jurisdiction = "", ...rest] = one.split("=");
    const words = rest.join("=").trim();
    if (jurisdiction.trim() === "" || rest.length === 0 || isNoWording(words))
      return {
        problem: `"${one}" says no words for a jurisdiction; write ru=banned in Russia, in one line of at most ${LONGEST_WORDING} characters.`,
      };
    const code = jurisdiction.trim().toLowerCase();
    if (words === "") delete wording[code];
    else wording[code] = words;
  }
  return { is: wording };
}

/** Whether words cannot stand in a label; empty ones mean those of the register. */
function isNoWording(words: string): boolean {
  return /[\n\r]/.test(words) || words.length > LONGEST_WORDING;
}

function word<Word extends string>(words: readonly Word[], given: string): Word | undefined {
  return words.find((one) => one === given);
}
