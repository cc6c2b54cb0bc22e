/** What an edition may say of its labels: reading it from the store, changing it by words. */
import type { LabelPolicy } from "#text/labels/labels.ts";

/** What an edition starts with: every mention, in brackets, in every place a mention can stand. */
export const DEFAULT_POLICY: LabelPolicy = {
  scope: "every",
  style: "inline",
  quotations: "after",
  surfaces: {
    headline: true,
    standfirst: true,
    body: true,
    caption: true,
    alt: true,
    feed: true,
    wire: true,
    mail: true,
    social: true,
  },
};

/** A policy as it was stored; what a later version added stands at its default. */
export function readPolicy(stored: Partial<LabelPolicy>): LabelPolicy {
  return { ...DEFAULT_POLICY, ...stored, surfaces: { ...DEFAULT_POLICY.surfaces, ...stored.surfaces } };
}

export const SCOPES: readonly LabelPolicy["scope"][] = ["every", "first", "section", "document", "none"];
export const STYLES: readonly LabelPolicy["style"][] = ["inline", "note", "abbr"];
export const QUOTATIONS: readonly LabelPolicy["quotations"][] = ["after", "inside"];

type Words = {
  readonly policy?: string | undefined;
  readonly style?: string | undefined;
  readonly quotations?: string | undefined;
};

/**
 * A policy changed by the operator's words; nothing when there are none. The policy `note` is every
 * mention with a marker; any other policy word keeps the style, unless it was the one of `note`.
 */
export function policyFrom(
  now: LabelPolicy,
  { policy, style, quotations }: Words,
): { readonly policy: LabelPolicy | undefined } | { readonly problem: string } {
  if (policy === undefined && style === undefined && quotations === undefined) return { policy: undefined };
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
  return { policy: { ...now, scope, style: chosen, quotations: place } };
}

function word<Word extends string>(words: readonly Word[], given: string): Word | undefined {
  return words.find((one) => one === given);
}
