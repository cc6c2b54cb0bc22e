/** The words of a policy of labels on the command line, the same for an edition and for copy. */

import { readNotices } from "#agency/labels/notices.ts";
import { type PolicyWords, policyFrom, type WholePolicy } from "#agency/labels/policy.ts";
import type { LabelPolicy, NoticeRule } from "#text/labels/labels.ts";
import { type Given, Refused, textOption, textOptions, type World, WrongUsage } from "./command.ts";
import { jsonOf, nameOf } from "./input.ts";

export const POLICY_OPTIONS = {
  policy: { type: "string" },
  style: { type: "string" },
  quotations: { type: "string" },
  wording: { type: "string", multiple: true },
  "notice-place": { type: "string" },
  "notice-size": { type: "string" },
  notices: { type: "string" },
} as const;

export const POLICY_HELP = `  --style STYLE           inline, note or abbr
  --quotations PLACE      after or inside: where the label of a quoted name stands
  --wording CODE=WORDS    own words for a jurisdiction instead of the register's; again for several,
                          CODE= for the register's again
  --notice-place PLACE    top or bottom, for the notice of --policy document
  --notice-size PERCENT   100, 125, 150, 200 or 300 per cent of the text, for the same
  --notices FILE          statements on whole texts a law asks for, a JSON list; none for none:
                          [{"kind": "ru-foreign-agent", "name": "…"}, {"kind": "us-fara", "name": "…", "principal": "…"},
                          {"wording": {"en": "…"}, "place": "top", "size": 200, "on": "naming", "jurisdiction": "…"}]`;

/** The policy with what the options say; nothing when they say nothing. */
export async function policyGiven(
  given: Given,
  now: LabelPolicy,
  world: World,
  more: PolicyWords = {},
): Promise<WholePolicy | undefined> {
  const wordings = textOptions(given, "wording");
  const changed = policyFrom(now, {
    policy: textOption(given, "policy"),
    style: textOption(given, "style"),
    quotations: textOption(given, "quotations"),
    wordings: wordings.length > 0 ? wordings : undefined,
    noticePlace: textOption(given, "notice-place"),
    noticeSize: textOption(given, "notice-size"),
    notices: await noticesGiven(textOption(given, "notices"), world),
    ...more,
  });
  if ("problem" in changed) throw new WrongUsage(changed.problem);
  return changed.policy;
}

async function noticesGiven(path: string | undefined, world: World): Promise<readonly NoticeRule[] | undefined> {
  if (path === undefined) return undefined;
  if (path === "none") return [];
  const read = readNotices(await jsonOf(path, world));
  if ("problem" in read) throw new Refused(`${nameOf(path)} holds no notices Dateline can read. ${read.problem}`);
  return read.notices;
}
