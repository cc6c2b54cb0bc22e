/** The page an article is written on: a form that works by itself, and what the island makes an editor of. */
import { raw } from "hono/html";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { PersonOnStaff } from "#agency/people/queries.ts";
import { directionOf } from "#lib/direction.ts";
import type { DeskWords } from "../words/words.ts";
import type { CopyData } from "../writing/copy-data.ts";
import type { LibraryPick } from "../writing/pictures.ts";
import { TOOLS } from "../writing/tools.ts";
import { WritingDialogs } from "./write-dialogs.tsx";

export type WriteValues = {
  readonly articleId: string;
  /** BCP 47 of the edition, which the text is written in. */
  readonly language: string;
  readonly version: number;
  readonly text: ArticleText;
  /** The body as the form shows it. */
  readonly markdown: string;
  readonly people: readonly PersonOnStaff[];
  /** The lead picture's address, when there is one. */
  readonly pictureSrc?: string;
  /** Pictures it may have instead, found by `words`. */
  readonly picks: { readonly words: string; readonly pictures: readonly LibraryPick[]; readonly isOpen: boolean };
  readonly island: CopyData;
  readonly words: DeskWords;
  readonly problem?: string;
  /** Somebody else has saved: this text is sent again over theirs, or given up for it. */
  readonly isConflict: boolean;
};

export const Write = (values: WriteValues) => {
  const { words, language, text, version, articleId } = values;
  const own = { lang: language, dir: directionOf(language) };
  const { writing } = words;
  return (
    <div class="writing">
      <form method="post" action={`/desk/articles/${articleId}`} id="copy" class="sheet">
        {/* What the Enter key presses: the first button of a form. */}
        <button type="submit" hidden />
        <input type="hidden" name="version" value={`${version}`} />
        {values.problem !== undefined && (
          <p class="problem" role="alert">
            {values.problem}
          </p>
        )}
        <Line name="headline" label={writing.fields.headline} value={text.headline} own={own} />
        <Line name="standfirst" label={writing.fields.standfirst} value={text.standfirst} own={own} />
        <SmallPrint {...values} />
        <LeadPicture {...values} />
        <div class="field body-field">
          <label for="body" id="body-label">
            {writing.fields.text}
          </label>
          <p class="hint" id="body-hint">
            {writing.fields.textHint}
          </p>
          <Toolbar words={words} />
          <div id="body-editor" hidden />
          <textarea id="body" name="body" rows={24} aria-describedby="body-hint" {...own}>
            {`\n${values.markdown}`}
          </textarea>
        </div>
        <p class="buttons">
          {values.isConflict ? (
            <>
              <button type="submit" name="do" value="mine" class="main">
                {writing.comparison.takeMine}
              </button>
              <button type="submit" name="do" value="theirs">
                {writing.comparison.takeTheirs}
              </button>
            </>
          ) : (
            <button type="submit" class="main">
              {writing.save}
            </button>
          )}
        </p>
      </form>
      <aside class="writing-side">
        <div class="kept-where">
          <p role="status" id="copy-state">
            {""}
          </p>
          <p id="copy-way" hidden>
            <button type="button" id="copy-decide" hidden>
              {writing.decide}
            </button>
            <a href="/desk/sign-in" target="_blank" rel="noopener" id="copy-sign-in" hidden>
              {writing.signInAgain}
            </a>
          </p>
          <p role="status" id="others-here" class="quiet">
            {""}
          </p>
        </div>
        <section id="mentions" aria-labelledby="mentions-title" tabindex={0} hidden>
          <h2 id="mentions-title">{writing.mentions.title}</h2>
          <ul id="mentions-list" />
        </section>
      </aside>
      <WritingDialogs words={words} />
      <script type="application/json" id="copy-data">
        {raw(jsonForScript(values.island))}
      </script>
    </div>
  );
};

type Own = { readonly lang: string; readonly dir: "ltr" | "rtl" };

type LineProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly own: Own;
};

/** One line that grows with its words. */
const Line = ({ name, label, hint, value, own }: LineProps) => (
  <div class={`field line ${name}-field`}>
    <label for={name}>{label}</label>
    {hint !== undefined && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    <textarea
      id={name}
      name={name}
      rows={1}
      {...own}
      {...(hint !== undefined && { "aria-describedby": `${name}-hint` })}
    >
      {`\n${value}`}
    </textarea>
  </div>
);

const SmallPrint = ({ words, language, text, people }: WriteValues) => {
  const own = { lang: language, dir: directionOf(language) };
  const { fields, author } = words.writing;
  // One more than there are, so that without JavaScript a second author can be named, then a third.
  const places = [...text.authorIds, ""];
  return (
    <div class="fields-row">
      <div class="field">
        <label for="place">{fields.place}</label>
        <input id="place" name="place" type="text" value={text.dateline?.place ?? ""} {...own} />
      </div>
      <div class="field">
        <label for="day">{fields.day}</label>
        <input id="day" name="day" type="date" value={text.dateline?.date ?? ""} />
      </div>
      {places.map((id, at) => (
        <div class="field author-field">
          <label for={`author-${at + 1}`}>{author(at + 1)}</label>
          <select id={`author-${at + 1}`} name="author">
            <option value="">{fields.nobody}</option>
            {people.map((person) => (
              <option value={person.id} selected={person.id === id} lang={language}>
                {person.name}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
};

const LeadPicture = ({ words, language, text, pictureSrc, picks }: WriteValues) => {
  const own = { lang: language, dir: directionOf(language) };
  const { fields } = words.writing;
  const { picture } = text;
  return (
    <fieldset class="lead-picture">
      <legend>{fields.picture}</legend>
      <input type="hidden" name="picture" id="picture" value={picture?.id ?? ""} />
      <img id="picture-shown" src={pictureSrc} alt="" hidden={pictureSrc === undefined} />
      <p class="buttons">
        <button type="button" id="picture-choose" hidden>
          {fields.choosePicture}
        </button>
        <span class="tick" id="picture-off" hidden={picture === null}>
          <input id="no-picture" name="no-picture" type="checkbox" value="yes" />
          <label for="no-picture">{fields.noPicture}</label>
        </span>
      </p>
      <Picks picks={picks} chosen={picture?.id} words={words} />
      <div id="picture-words" hidden={picture === null}>
        <Line name="alt" label={fields.alt} hint={fields.altHint} value={picture?.alt ?? ""} own={own} />
        <Line name="caption" label={fields.caption} value={picture?.caption ?? ""} own={own} />
      </div>
    </fieldset>
  );
};

type PicksProps = Pick<WriteValues, "picks" | "words"> & { readonly chosen: string | undefined };

/** The choice without the editor, which has one of its own: the newest of the library, or what a word finds. */
const Picks = ({ picks, chosen, words: { writing } }: PicksProps) => (
  <details id="picture-picks" open={picks.isOpen}>
    <summary>{writing.picks.title}</summary>
    <div class="field">
      <label for="picture-find">{writing.picks.words}</label>
      <p class="hint" id="picture-find-hint">
        {writing.picks.hint}
      </p>
      <input
        id="picture-find"
        name="picture-words"
        type="search"
        value={picks.words}
        dir="auto"
        aria-describedby="picture-find-hint"
      />
    </div>
    <p class="buttons">
      <button type="submit" name="do" value="find">
        {writing.picks.find}
      </button>
    </p>
    {picks.pictures.length === 0 ? (
      <p role="status">{writing.ask.noPictures}</p>
    ) : (
      <ul class="choose-from">
        {picks.pictures.map(({ id, src, name, credit }) => (
          <li>
            <label>
              <img src={src} alt="" loading="lazy" />
              <span>
                <input type="radio" name="picked" value={id} checked={id === chosen} /> <bdi>{name}</bdi>
                {credit !== "" && <bdi class="quiet"> {credit}</bdi>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    )}
  </details>
);

const Toolbar = ({ words: { writing } }: { readonly words: DeskWords }) => (
  <div role="toolbar" id="tools" aria-label={writing.tools.toolbar} aria-controls="body-text" hidden>
    {TOOLS.map((tool) => (
      <button
        type="button"
        data-tool={tool.name}
        aria-keyshortcuts={tool.keys.replace("Mod", "Control").replaceAll("-", "+")}
        title={writing.tools[tool.name]}
        {...("sign" in tool && { "aria-label": writing.tools[tool.name], "data-sign": tool.sign })}
      >
        {"sign" in tool ? "" : writing.tools[tool.name]}
      </button>
    ))}
  </div>
);

/** JSON that may stand inside a script element: nothing in it ends one, or looks like a tag. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}
