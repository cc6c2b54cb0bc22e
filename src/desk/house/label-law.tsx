/** What an edition's law of labels says beside scope, style and places: own words, folding, notices on whole texts. */
import { NOTICE_KINDS, readNotices } from "#agency/labels/notices.ts";
import { policyFrom, type WholePolicy } from "#agency/labels/policy.ts";
import type { Form } from "#lib/form.ts";
import { jurisdictionName, languageName } from "#lib/languages.ts";
import { NOTICE_SIZES, type NoticeRule, type Wording } from "#text/labels/labels.ts";
import { Choice, Problem, TextArea, TextField, Tick } from "../views/fields.tsx";
import type { DeskVisit } from "../visit.ts";
import type { LawRefusal } from "../words/label-law.ts";

/** What a form sent, as it was typed. */
export type LawTyped = {
  readonly ownWords: Wording;
  readonly folds: boolean;
  readonly place: string;
  readonly size: string;
  readonly notices: readonly NoticeTyped[];
  readonly added: { readonly kind: string; readonly name: string; readonly principal: string; readonly words: string };
};

type NoticeTyped = {
  readonly words: string;
  readonly place: string;
  readonly size: string;
  readonly on: string;
  readonly jurisdiction: string;
  readonly basis: string;
  readonly isRemoved: boolean;
};

const NONE_ADDED = { kind: "none", name: "", principal: "", words: "" };

/** A policy as its form shows it; `language` is the edition's, in which statements are typed. */
export function lawShown({ wording, folds, notice, notices }: WholePolicy, language: string): LawTyped {
  return {
    ownWords: wording,
    folds,
    place: notice.place,
    size: String(notice.size),
    notices: notices.map(({ wording, place, size, on, jurisdiction = "", basis }) => ({
      words: wording[mainOf(language)] ?? "",
      place,
      size: String(size),
      on,
      jurisdiction,
      basis,
      isRemoved: false,
    })),
    added: NONE_ADDED,
  };
}

function mainOf(language: string): string {
  return language.toLowerCase().split("-", 1)[0] ?? language;
}

export function lawTyped(form: Form, { notices }: WholePolicy): LawTyped {
  const codes = form.text("own-codes").split(" ").filter(Boolean);
  return {
    ownWords: Object.fromEntries(codes.map((code) => [code, form.text(`own-${code}`)])),
    folds: form.text("folds") === "yes",
    place: form.text("notice-place"),
    size: form.text("notice-size"),
    notices: notices.map((_, at) => ({
      words: oneLine(form.text(`notice-${at}-words`)),
      place: form.text(`notice-${at}-place`),
      size: form.text(`notice-${at}-size`),
      on: form.text(`notice-${at}-on`),
      jurisdiction: form.text(`notice-${at}-jurisdiction`),
      basis: form.text(`notice-${at}-basis`),
      isRemoved: form.text(`notice-${at}-remove`) === "yes",
    })),
    added: {
      kind: form.text("add-kind"),
      name: form.text("add-name"),
      principal: form.text("add-principal"),
      words: oneLine(form.text("add-words")),
    },
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

type Law = Pick<WholePolicy, "wording" | "folds" | "notice" | "notices">;

/** What was typed as a part of a policy, or why it cannot be one. */
export function lawFrom(
  typed: LawTyped,
  policy: WholePolicy,
  language: string,
): { readonly law: Law } | { readonly refusal: LawRefusal } {
  const changed = policyFrom(policy, {
    wordings: Object.entries(typed.ownWords).map(([code, words]) => `${code}=${words}`),
    noticePlace: typed.place || policy.notice.place,
    noticeSize: typed.size || String(policy.notice.size),
    folds: typed.folds ? "yes" : "no",
  });
  if ("problem" in changed) return { refusal: "wording" };
  const notices = typed.notices.flatMap((one, at) => {
    const before = policy.notices[at];
    return one.isRemoved || !before ? [] : [noticeFrom(one, before, mainOf(language))];
  });
  const read = readNotices([...notices, ...addedNotice(typed.added, mainOf(language))]);
  if ("problem" in read) return { refusal: "notices" };
  const { wording, folds, notice } = changed.policy ?? policy;
  return { law: { wording, folds, notice, notices: read.notices } };
}

/** As the file of a notice would say it. */
function noticeFrom(typed: NoticeTyped, before: NoticeRule, language: string) {
  const { [language]: _, ...others } = before.wording;
  return {
    on: typed.on,
    place: typed.place,
    size: Number(typed.size),
    wording: typed.words === "" ? others : { ...others, [language]: typed.words },
    basis: typed.basis,
    ...(typed.jurisdiction !== "" && { jurisdiction: typed.jurisdiction }),
  };
}

function addedNotice({ kind, name, principal, words }: LawTyped["added"], language: string): readonly unknown[] {
  if (kind === "ru-foreign-agent") return [{ kind, name }];
  if (kind === "us-fara") return [{ kind, name, principal }];
  return kind === "own" ? [{ wording: { [language]: words } }] : [];
}

type LawFieldsProps = {
  readonly visit: DeskVisit;
  readonly typed: LawTyped;
  /** BCP 47 of the edition. */
  readonly language: string;
  readonly jurisdictions: readonly string[];
  readonly refusal: LawRefusal | undefined;
};

/** Their own words, how the one notice stands, folding. */
export const LawFields = ({ visit: { words }, typed, jurisdictions, refusal }: LawFieldsProps) => {
  const said = words.labelLaw;
  const codes = [...new Set([...jurisdictions.map((code) => code.toLowerCase()), ...Object.keys(typed.ownWords)])];
  return (
    <fieldset>
      <legend>{said.ownWords}</legend>
      <p class="hint">{said.ownWordsHint}</p>
      {refusal === "wording" && <Problem>{said.refusals.wording}</Problem>}
      <input type="hidden" name="own-codes" value={codes.join(" ")} />
      {codes.map((code) => (
        <TextField
          name={`own-${code}`}
          label={said.wordsFor(jurisdictionName(code, words.language))}
          value={typed.ownWords[code] ?? ""}
          dir="auto"
        />
      ))}
      <div class="two-fields">
        <Choice
          name="notice-place"
          label={said.noticePlace}
          hint={said.noticePlaceHint}
          options={PLACES.map((value) => ({ value, text: said.places[value] }))}
          chosen={typed.place}
        />
        <Choice name="notice-size" label={said.noticeSize} options={sizes(words.language)} chosen={typed.size} />
      </div>
      <Tick name="folds" label={said.folds} ticked={typed.folds} />
      <p class="hint">{said.foldsHint}</p>
    </fieldset>
  );
};

const PLACES = ["top", "bottom"] as const;
const ONS = ["every", "naming"] as const;

function sizes(language: string) {
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return NOTICE_SIZES.map((size) => ({ value: String(size), text: percent.format(size / 100) }));
}

/** Statements on whole texts: those there are, and one more. */
export const StatementFields = ({ visit: { words }, typed, language, refusal }: LawFieldsProps) => {
  const said = words.labelLaw;
  const spoken = languageShown(language, words.language);
  return (
    <fieldset>
      <legend>{said.notices}</legend>
      <p class="hint">{said.noticesHint}</p>
      {refusal === "notices" && <Problem>{said.refusals.notices}</Problem>}
      {typed.notices.map((one, at) => (
        <div class="statement">
          <h3>{said.notice(at + 1)}</h3>
          <TextArea
            name={`notice-${at}-words`}
            label={said.words(spoken)}
            hint={said.namesHint}
            value={one.words}
            rows={3}
            dir="auto"
          />
          <div class="two-fields">
            <Choice
              name={`notice-${at}-place`}
              label={said.place}
              options={PLACES.map((value) => ({ value, text: said.places[value] }))}
              chosen={one.place}
            />
            <Choice name={`notice-${at}-size`} label={said.size} options={sizes(words.language)} chosen={one.size} />
            <Choice
              name={`notice-${at}-on`}
              label={said.on}
              options={ONS.map((value) => ({ value, text: said.ons[value] }))}
              chosen={one.on}
            />
            <TextField
              name={`notice-${at}-jurisdiction`}
              label={said.jurisdiction}
              hint={said.jurisdictionHint}
              value={one.jurisdiction}
              dir="ltr"
            />
          </div>
          <TextField
            name={`notice-${at}-basis`}
            label={said.basis}
            hint={said.basisHint}
            value={one.basis}
            dir="auto"
          />
          <Tick name={`notice-${at}-remove`} label={said.remove(at + 1)} ticked={one.isRemoved} />
        </div>
      ))}
      <details open={typed.added.kind !== "none" && typed.added.kind !== ""}>
        <summary>{said.add}</summary>
        <Choice
          name="add-kind"
          label={said.addKind}
          hint={said.addKindHint}
          options={(["none", ...NOTICE_KINDS, "own"] as const).map((value) => ({ value, text: said.kinds[value] }))}
          chosen={typed.added.kind}
        />
        <TextField name="add-name" label={said.name} hint={said.nameHint} value={typed.added.name} dir="auto" />
        <TextField
          name="add-principal"
          label={said.principal}
          hint={said.principalHint}
          value={typed.added.principal}
          dir="auto"
        />
        <TextArea
          name="add-words"
          label={said.ownNotice}
          hint={said.words(spoken)}
          value={typed.added.words}
          rows={3}
          dir="auto"
        />
      </details>
    </fieldset>
  );
};

function languageShown(language: string, inLanguage: string): string {
  try {
    return languageName(language, inLanguage);
  } catch {
    return language; // what was typed may be no language
  }
}
