/** The library of pictures: what is there, and what is known of one. */
import {
  type Focus,
  focusClass,
  LONGEST_CAPTION,
  LONGEST_LINE,
  type PictureFacts,
  USUAL_LICENCES,
} from "#agency/media/media.ts";
import type { Lack, PictureRefusal, PicturesWords } from "../words/pictures.ts";
import { Problem, TextArea, TextField } from "./fields.tsx";

export type PictureTile = {
  readonly href: string;
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly focus: Focus;
  readonly name: string;
  readonly credit: string;
  readonly lacks: readonly Lack[];
};

/** A file that was sent and is not kept. */
export type RefusedFile = { readonly name: string; readonly refusal: PictureRefusal };

export type LibraryValues = {
  readonly tiles: readonly PictureTile[];
  readonly query: string;
  readonly isHidden: boolean;
  readonly older?: string | undefined;
  readonly isFirst: boolean;
  readonly refused: readonly RefusedFile[];
  /** What was typed beside files that were refused. */
  readonly typed: { readonly credit: string; readonly licence: string };
};

type Worded<Values> = Values & { readonly words: PicturesWords };

const KINDS = "image/jpeg,image/png,image/webp,image/avif,image/gif";

export const Library = ({ words, tiles, query, isHidden, older, isFirst, refused, typed }: Worded<LibraryValues>) => (
  <>
    {refused.length > 0 && <RefusedFiles words={words} refused={refused} />}
    <details class="picture-add" open={refused.length > 0 || (tiles.length === 0 && query === "")}>
      <summary>{words.add}</summary>
      <form
        method="post"
        action="/desk/pictures"
        enctype="multipart/form-data"
        data-pictures
        data-sending={words.sending}
        data-failed={words.notSent}
      >
        <div class="field">
          <label for="files">{words.files}</label>
          <p class="hint" id="files-hint">
            {words.filesHint}
          </p>
          <input id="files" name="files" type="file" multiple required accept={KINDS} aria-describedby="files-hint" />
        </div>
        <fieldset>
          <legend>{words.forAll}</legend>
          <div class="field-row">
            <TextField name="credit" label={words.credit} value={typed.credit} maxlength={LONGEST_LINE} dir="auto" />
            <LicenceField label={words.licence} value={typed.licence} />
          </div>
        </fieldset>
        <p class="buttons">
          <button type="submit" class="main">
            {words.upload}
          </button>
          <span class="quiet" data-drop hidden>
            {words.drop}
          </span>
        </p>
        <p role="status" data-progress></p>
      </form>
    </details>
    <search>
      <form method="get" action="/desk/pictures" class="picture-search">
        <TextField name="q" label={words.search} hint={words.searchHint} value={query} type="search" dir="auto" />
        <button type="submit">{words.find}</button>
      </form>
    </search>
    {tiles.length === 0 ? (
      <p>{query === "" ? words.none : words.noneFound}</p>
    ) : (
      <ol class="picture-grid">
        {tiles.map((tile) => (
          <li>
            <Tile {...tile} words={words} />
          </li>
        ))}
      </ol>
    )}
    <nav class="buttons" aria-label={words.pages}>
      {!isFirst && <a href="/desk/pictures">{words.newest}</a>}
      {older !== undefined && (
        <a href={older} rel="next">
          {words.older}
        </a>
      )}
      {isHidden ? (
        <a href="/desk/pictures">{words.shownOnes}</a>
      ) : (
        <a href="/desk/pictures?hidden=yes">{words.hiddenOnes}</a>
      )}
    </nav>
  </>
);

const RefusedFiles = ({ words, refused }: Worded<Pick<LibraryValues, "refused">>) => (
  <div class="problem" role="alert">
    <ul>
      {refused.map(({ name, refusal }) => (
        <li>
          {name !== "" && (
            <>
              <bdi>{name}</bdi>:{" "}
            </>
          )}
          {words.refusals[refusal]}
        </li>
      ))}
    </ul>
  </div>
);

const Tile = ({ href, src, width, height, focus, name, credit, lacks, words }: Worded<PictureTile>) => (
  <a href={href} class="picture-tile">
    <img src={src} width={width} height={height} alt="" loading="lazy" decoding="async" class={focusClass(focus)} />
    <bdi class="picture-name">{name || words.nameless}</bdi>
    {credit !== "" && <bdi class="quiet">{credit}</bdi>}
    {lacks.length > 0 && <span class="lacks">{words.lacks(lacks.map((lack) => words.lack[lack]).join(", "))}</span>}
  </a>
);

const LicenceField = ({
  label,
  hint,
  value,
  problem,
}: {
  label: string;
  hint?: string;
  value: string;
  problem?: string | undefined;
}) => (
  <>
    <TextField
      name="licence"
      label={label}
      hint={hint}
      problem={problem}
      value={value}
      maxlength={LONGEST_LINE}
      list="licences"
      dir="auto"
    />
    <datalist id="licences">
      {USUAL_LICENCES.map((licence) => (
        <option value={licence} />
      ))}
    </datalist>
  </>
);

export type PictureUse = {
  readonly href: string;
  readonly headline: string;
  readonly edition: string;
  readonly state: string;
};

export type PictureValues = {
  readonly id: string;
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly weight: string;
  /** When, and by whom where that is known. */
  readonly kept: readonly string[];
  readonly sizes: string;
  readonly facts: PictureFacts;
  /** As typed, so that what cannot be is shown again. */
  readonly focus: { readonly x: string; readonly y: string };
  readonly shownFocus: Focus;
  readonly uses: readonly PictureUse[];
  readonly isHidden: boolean;
  /** Whether its reader may change what is shown of it. */
  readonly mayChange: boolean;
  readonly replacement?: string | undefined;
  readonly refusal?: PictureRefusal | undefined;
  readonly replaceRefusal?: PictureRefusal | undefined;
};

export const PicturePage = ({ words, ...picture }: Worded<PictureValues>) => (
  <div class="picture-page">
    <div>
      <p class="focus-frame" data-focus>
        <img src={picture.src} width={picture.width} height={picture.height} alt={picture.facts.alt} decoding="async" />
      </p>
      <Crops words={words} {...picture} />
      <FileFacts words={words} {...picture} />
      <Uses words={words} uses={picture.uses} />
    </div>
    <div>
      {picture.mayChange ? (
        <>
          <AboutForm words={words} {...picture} />
          <ReplaceForm words={words} {...picture} />
        </>
      ) : (
        <AboutIt words={words} {...picture} />
      )}
      <HideForm words={words} {...picture} />
    </div>
  </div>
);

const AboutForm = ({ words, id, facts, focus, refusal }: Worded<PictureValues>) => (
  <form method="post" action={`/desk/pictures/${id}`}>
    <h2>{words.about}</h2>
    {refusal !== undefined && <Problem>{words.refusals[refusal]}</Problem>}
    <TextArea
      name="alt"
      label={words.alt}
      hint={words.altHint}
      value={facts.alt}
      rows={3}
      maxlength={LONGEST_CAPTION}
      dir="auto"
    />
    <TextArea
      name="caption"
      label={words.caption}
      hint={words.captionHint}
      value={facts.caption}
      rows={3}
      maxlength={LONGEST_CAPTION}
      dir="auto"
    />
    <TextField
      name="credit"
      label={words.credit}
      hint={words.creditHint}
      value={facts.credit}
      maxlength={LONGEST_LINE}
      dir="auto"
    />
    <LicenceField label={words.licence} hint={words.licenceHint} value={facts.licence} />
    <TextField
      name="copyright"
      label={words.copyright}
      hint={words.copyrightHint}
      value={facts.copyright}
      maxlength={LONGEST_LINE}
      dir="auto"
    />
    <fieldset>
      <legend>{words.focus}</legend>
      <p class="hint">{words.focusHint}</p>
      <div class="field-row">
        <TextField name="focus-x" label={words.focusX} value={focus.x} type="number" min={0} max={100} />
        <TextField name="focus-y" label={words.focusY} value={focus.y} type="number" min={0} max={100} />
      </div>
    </fieldset>
    <p class="buttons">
      <button type="submit" class="main">
        {words.keep}
      </button>
    </p>
  </form>
);

/** The same for who may read it only. */
const AboutIt = ({ words, facts, refusal }: Worded<PictureValues>) => (
  <section>
    <h2>{words.about}</h2>
    {refusal === undefined ? (
      <p class="hint">{words.refusals.readers}</p>
    ) : (
      <Problem>{words.refusals[refusal]}</Problem>
    )}
    <dl class="picture-facts">
      {(["alt", "caption", "credit", "licence", "copyright"] as const).map((fact) => (
        <>
          <dt>{words[fact]}</dt>
          <dd>
            <bdi>{facts[fact]}</bdi>
          </dd>
        </>
      ))}
    </dl>
  </section>
);

/** The two shapes pages crop to; what is cut off shows at once. */
const Crops = ({ words, src, width, height, shownFocus }: Worded<PictureValues>) => (
  <figure class="crops">
    <figcaption class="hint">{words.crops}</figcaption>
    {["crop-wide", "crop-tall"].map((shape) => (
      <img
        class={[shape, focusClass(shownFocus)].filter(Boolean).join(" ")}
        src={src}
        width={width}
        height={height}
        alt=""
        decoding="async"
      />
    ))}
  </figure>
);

const FileFacts = ({ words, name, width, height, weight, kept, sizes }: Worded<PictureValues>) => (
  <section>
    <h2>{words.facts}</h2>
    <dl class="picture-facts">
      <dt>{words.file}</dt>
      <dd>
        <bdi>{name || words.nameless}</bdi>
      </dd>
      <dt>{words.size}</dt>
      <dd>
        <bdi>{`${width} × ${height}`}</bdi> · <bdi>{weight}</bdi>
      </dd>
      <dt>{words.kept}</dt>
      <dd>
        {kept.map((one, at) => (
          <>
            {at > 0 && " · "}
            <bdi>{one}</bdi>
          </>
        ))}
      </dd>
      <dt>{words.sizes}</dt>
      <dd>{sizes === "" ? words.sizesPending : <bdi>{sizes}</bdi>}</dd>
    </dl>
  </section>
);

const Uses = ({ words, uses }: Worded<{ readonly uses: readonly PictureUse[] }>) => (
  <section>
    <h2>{words.usedIn}</h2>
    {uses.length === 0 ? (
      <p>{words.usedNowhere}</p>
    ) : (
      <ul class="picture-uses">
        {uses.map(({ href, headline, edition, state }) => (
          <li>
            <a href={href}>
              <bdi>{headline}</bdi>
            </a>{" "}
            <span class="quiet">
              {edition} · {state}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const ReplaceForm = ({ words, id, replacement, replaceRefusal }: Worded<PictureValues>) => (
  <section>
    <h2>{words.replace}</h2>
    {replacement !== undefined ? (
      <p>
        {words.isReplaced} <a href={replacement}>{words.replacement}</a>
      </p>
    ) : (
      <form method="post" action={`/desk/pictures/${id}/replace`} enctype="multipart/form-data">
        {replaceRefusal !== undefined && <Problem>{words.refusals[replaceRefusal]}</Problem>}
        <div class="field">
          <label for="file">{words.replaceFile}</label>
          <p class="hint" id="file-hint">
            {words.replaceHint}
          </p>
          <input id="file" name="file" type="file" required accept={KINDS} aria-describedby="file-hint" />
        </div>
        <button type="submit">{words.replaceNow}</button>
      </form>
    )}
  </section>
);

const HideForm = ({ words, id, isHidden }: Worded<PictureValues>) => (
  <section>
    <h2>{words.hide}</h2>
    <p class="hint">{isHidden ? words.isHidden : words.hideHint}</p>
    <form method="post" action={`/desk/pictures/${id}/hide`}>
      <input type="hidden" name="hidden" value={isHidden ? "no" : "yes"} />
      <button type="submit">{isHidden ? words.showAgain : words.hideNow}</button>
    </form>
  </section>
);
