/** What kind of change to what is out this is; what only a correction is asked stands below it. */
import {
  CHANGE_KINDS,
  type ChangeKind,
  LONGEST_ASKER,
  LONGEST_SENTENCE,
  LONGEST_WORDS,
  SEVERITIES,
} from "#agency/corrections/corrections.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, TextArea, TextField, Tick } from "./fields.tsx";

export type TypedChange = {
  readonly kind: ChangeKind;
  readonly sentence: string;
  readonly oldWords: string;
  readonly newWords: string;
  readonly severity: string;
  readonly askedBy: string;
  readonly isAskerPublic: boolean;
};

type ChangeFieldsProps = {
  readonly typed: TypedChange;
  /** It has an original of which it is a translation. */
  readonly isTranslation: boolean;
  readonly words: DeskWords;
};

export const ChangeFields = ({ typed, isTranslation, words: { corrections: said } }: ChangeFieldsProps) => (
  <div class="change">
    <fieldset class="field">
      <legend>{said.kind}</legend>
      {CHANGE_KINDS.filter((kind) => kind !== "translation" || isTranslation).map((kind) => (
        <p class="tick">
          <input id={`kind-${kind}`} name="kind" type="radio" value={kind} checked={kind === typed.kind} />
          <label for={`kind-${kind}`}>
            {said.kinds[kind].name} <span class="hint">{said.kinds[kind].means}</span>
          </label>
        </p>
      ))}
    </fieldset>
    <div class="of-correction">
      <TextArea
        name="oldWords"
        label={said.oldWords}
        hint={said.proposed}
        value={typed.oldWords}
        rows={2}
        maxlength={LONGEST_WORDS}
        dir="auto"
      />
      <TextArea
        name="newWords"
        label={said.newWords}
        value={typed.newWords}
        rows={2}
        maxlength={LONGEST_WORDS}
        dir="auto"
      />
      <Choice
        name="severity"
        label={said.severity}
        options={SEVERITIES.map((value) => ({ value, text: said.severities[value] }))}
        chosen={typed.severity}
      />
      <TextField
        name="askedBy"
        label={said.askedBy}
        hint={said.askedByHint}
        value={typed.askedBy}
        maxlength={LONGEST_ASKER}
        autocomplete="off"
        dir="auto"
      />
      <Tick name="isAskerPublic" label={said.isAskerPublic} ticked={typed.isAskerPublic} />
    </div>
    <TextArea
      name="sentence"
      label={said.sentence}
      hint={said.sentenceHint}
      value={typed.sentence}
      rows={3}
      maxlength={LONGEST_SENTENCE}
      dir="auto"
    />
  </div>
);
