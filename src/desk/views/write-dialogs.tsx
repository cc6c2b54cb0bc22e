/** What the editor asks in a dialog: the attributes of a link, a quotation, a source …, and which of two texts to go on with. */
import type { Child } from "hono/jsx";
import { USUAL_LICENCES } from "#agency/media/media.ts";
import type { DeskWords } from "../words/words.ts";
import { TOOLS } from "../writing/tools.ts";

type WithWords = { readonly words: DeskWords };

export const WritingDialogs = ({ words }: WithWords) => {
  const { ask, tools } = words.writing;
  return (
    <>
      <Ask name="link" title={tools.link} words={words}>
        <Text form="link" name="href" label={ask.address} required dir="ltr" />
        <Text form="link" name="title" label={ask.title} />
      </Ask>
      <Ask name="quotation" title={tools.quotation} words={words}>
        <Speaker form="quotation" words={words} />
      </Ask>
      <Ask name="blockquote" title={tools.blockquote} words={words}>
        <Speaker form="blockquote" words={words} />
      </Ask>
      <Ask name="citation" title={tools.citation} words={words}>
        <Source form="citation" words={words} />
      </Ask>
      <Ask name="event" title={tools.event} words={words}>
        <Text
          form="event"
          name="date"
          label={ask.date}
          hint={ask.dateHint}
          required
          dir="ltr"
          pattern="\d{4}(-\d{2}){0,2}"
        />
      </Ask>
      <Ask name="picture" title={tools.picture} words={words}>
        <Text form="picture" name="alt" label={ask.alt} />
        <Text form="picture" name="credit" label={ask.credit} />
      </Ask>
      <Ask name="embed" title={tools.embed} words={words}>
        <Text form="embed" name="url" label={ask.address} required dir="ltr" />
        <Text form="embed" name="title" label={ask.cardTitle} />
        <Text form="embed" name="description" label={ask.cardDescription} />
      </Ask>
      <ChooseDialog words={words} />
      <TableDialog words={words} />
      <HelpDialog words={words} />
      <ConflictDialog words={words} />
      <UnsentDialog words={words} />
    </>
  );
};

const Ask = ({ name, title, words, children }: WithWords & { name: string; title: string; children?: Child }) => (
  <dialog id={`ask-${name}`} aria-labelledby={`ask-${name}-title`}>
    <form method="dialog">
      <h2 id={`ask-${name}-title`}>{title}</h2>
      {children}
      <p class="buttons">
        <button type="submit" value="ok" class="main">
          {words.writing.ask.ok}
        </button>
        <button type="submit" value="remove" formnovalidate class="remove">
          {words.writing.ask.remove}
        </button>
        <button type="submit" value="cancel" formnovalidate>
          {words.writing.ask.cancel}
        </button>
      </p>
    </form>
  </dialog>
);

type TextProps = {
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly dir?: "ltr" | "auto";
  readonly pattern?: string;
};

const Text = ({ form, name, label, hint, dir = "auto", ...rest }: TextProps) => {
  const id = `${form}-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type="text"
        dir={dir}
        {...rest}
        {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
      />
    </div>
  );
};

const Speaker = ({ form, words }: WithWords & { readonly form: string }) => (
  <>
    <Text form={form} name="speaker" label={words.writing.ask.speaker} />
    <Text form={form} name="office" label={words.writing.ask.office} />
    <Source form={form} words={words} />
  </>
);

/** A source of the ledger: found by its name, or new. */
const Source = ({ form, words: { writing } }: WithWords & { readonly form: string }) => (
  <fieldset class="source-choice">
    <legend>{writing.ask.source}</legend>
    <div class="field">
      <label for={`${form}-find`}>{writing.ask.findSource}</label>
      <input id={`${form}-find`} type="search" dir="auto" data-finds="source" />
    </div>
    <div class="field">
      <label for={`${form}-source`}>{writing.ask.source}</label>
      <select id={`${form}-source`} name="source" dir="auto">
        <option value="">{writing.ask.noSource}</option>
      </select>
    </div>
    <details>
      <summary>{writing.ask.newSource}</summary>
      <Text form={form} name="source-name" label={writing.ask.sourceName} />
      <Text form={form} name="source-url" label={writing.ask.sourceAddress} dir="ltr" />
    </details>
  </fieldset>
);

/** A picture of the library, found by a word or added here. */
const ChooseDialog = ({ words: { writing, pictures } }: WithWords) => (
  <dialog id="ask-choose" class="both" aria-labelledby="ask-choose-title">
    <form method="dialog">
      <h2 id="ask-choose-title">{writing.fields.choosePicture}</h2>
      <div class="field">
        <label for="choose-find">{writing.ask.findPicture}</label>
        <input id="choose-find" type="search" dir="auto" />
      </div>
      <details>
        <summary>{writing.ask.addPicture}</summary>
        <div class="field">
          <label for="choose-credit">{pictures.credit}</label>
          <p class="hint" id="choose-credit-hint">
            {pictures.creditHint}
          </p>
          <input id="choose-credit" type="text" dir="auto" aria-describedby="choose-credit-hint" />
        </div>
        <div class="field">
          <label for="choose-licence">{pictures.licence}</label>
          <p class="hint" id="choose-licence-hint">
            {pictures.licenceHint}
          </p>
          <input
            id="choose-licence"
            type="text"
            list="choose-licences"
            dir="auto"
            aria-describedby="choose-licence-hint"
          />
          <datalist id="choose-licences">
            {USUAL_LICENCES.map((licence) => (
              <option value={licence} />
            ))}
          </datalist>
        </div>
        <div class="field">
          <label for="choose-add">{pictures.files}</label>
          <input id="choose-add" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
        </div>
      </details>
      <p role="status" id="choose-said" data-none={writing.ask.noPictures} data-failed={writing.ask.pictureFailed}>
        {""}
      </p>
      <ul id="choose-from" class="choose-from" data-nameless={pictures.nameless} />
      <p class="buttons">
        <button type="submit" value="cancel">
          {writing.ask.cancel}
        </button>
      </p>
    </form>
  </dialog>
);

const TABLE_DOES = ["rowAfter", "columnAfter", "headRow", "deleteRow", "deleteColumn", "deleteTable"] as const;

const TableDialog = ({ words: { writing } }: WithWords) => (
  <dialog id="ask-table" aria-labelledby="ask-table-title">
    <form method="dialog">
      <h2 id="ask-table-title">{writing.tools.table}</h2>
      <p class="buttons">
        {TABLE_DOES.map((does) => (
          <button type="submit" value={does}>
            {writing.ask[does]}
          </button>
        ))}
        <button type="submit" value="cancel">
          {writing.ask.cancel}
        </button>
      </p>
    </form>
  </dialog>
);

const HelpDialog = ({ words: { writing } }: WithWords) => {
  const { help, tools, save } = writing;
  const rows: readonly (readonly [string, string])[] = [
    ...TOOLS.map(({ keys, name }) => [keys.replace("Mod", "Ctrl"), tools[name]] as const),
    ["Ctrl-s", save],
    ["Alt-F10", help.toToolbar],
    ["Shift-Enter", help.newLine],
    ["Tab, Shift-Tab", help.indent],
    ["##, -, 1., >, ---", help.signs],
  ];
  return (
    <dialog id="ask-help" aria-labelledby="ask-help-title">
      <form method="dialog">
        <h2 id="ask-help-title">{help.title}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{help.keys}</th>
              <th scope="col">{help.does}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([keys, does]) => (
              <tr>
                <td>
                  <kbd dir="ltr">{keys}</kbd>
                </td>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="buttons">
          <button type="submit" value="cancel" class="main">
            {help.close}
          </button>
        </p>
      </form>
    </dialog>
  );
};

const ConflictDialog = ({ words: { writing } }: WithWords) => (
  <dialog id="ask-conflict" class="both" aria-labelledby="ask-conflict-title">
    <form method="dialog">
      <h2 id="ask-conflict-title">{writing.comparison.title}</h2>
      <p id="conflict-who">{""}</p>
      <section class="compared" tabindex={0} aria-labelledby="ask-conflict-title" />
      <p class="hint">{writing.comparison.aside}</p>
      <p class="buttons">
        <button type="submit" value="mine" class="main">
          {writing.comparison.takeMine}
        </button>
        <button type="submit" value="theirs">
          {writing.comparison.takeTheirs}
        </button>
        <button type="submit" value="cancel">
          {writing.comparison.later}
        </button>
      </p>
    </form>
  </dialog>
);

const UnsentDialog = ({ words: { writing } }: WithWords) => (
  <dialog id="ask-unsent" class="both" aria-labelledby="ask-unsent-title">
    <form method="dialog">
      <h2 id="ask-unsent-title">{writing.comparison.unsentTitle}</h2>
      <p>{writing.comparison.unsent}</p>
      <section class="compared" tabindex={0} aria-labelledby="ask-unsent-title" />
      <p class="hint">{writing.comparison.aside}</p>
      <p class="buttons">
        <button type="submit" value="mine" class="main">
          {writing.comparison.takeUnsent}
        </button>
        <button type="submit" value="theirs">
          {writing.comparison.leaveUnsent}
        </button>
        <button type="submit" value="cancel">
          {writing.comparison.later}
        </button>
      </p>
    </form>
  </dialog>
);
