/** The queue of the wire, and one item with its versions. */
import type { Edition } from "#agency/editions/editions.ts";
import type { Channel, ItemLine } from "#agency/wire-in/queries.ts";
import { ITEM_STATES } from "#agency/wire-in/queries.ts";
import { directionOf } from "#lib/direction.ts";
import { fileOfPicture } from "#text/wire/pictures.ts";
import { shownAt } from "../flow/times.ts";
import { Moment } from "../replies/parts.tsx";
import type { DeskVisit } from "../visit.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, TextField } from "./fields.tsx";

type FiltersProps = {
  readonly channels: readonly Channel[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly editions: readonly Edition[];
  readonly words: DeskWords;
};

export const WireFilters = ({ channels, chosen, editions, words: { wire, language } }: FiltersProps) => (
  <form method="get" action="/desk/wire" class="filters">
    <TextField name="q" label={wire.find} value={chosen["q"] ?? ""} type="search" dir="auto" />
    <Choice
      name="state"
      label={wire.state}
      options={[
        ...ITEM_STATES.map((state) => ({ value: state, text: wire.states[state] })),
        { value: "", text: wire.everyState },
      ]}
      chosen={chosen["state"]}
    />
    <Choice
      name="channel"
      label={wire.channel}
      options={[{ value: "", text: wire.everyChannel }, ...channels.map(({ id, name }) => ({ value: id, text: name }))]}
      chosen={chosen["channel"]}
    />
    <Choice
      name="language"
      label={wire.language}
      options={[
        { value: "", text: wire.everyLanguage },
        ...languagesOf(channels, editions).map((tag) => ({ value: tag, text: nameOfLanguage(tag, language) })),
      ]}
      chosen={chosen["language"]}
    />
    <p class="buttons">
      <button type="submit">{wire.show}</button>
    </p>
  </form>
);

// What a small agency reads beside the languages of its editions and channels.
const USUAL_LANGUAGES = ["ar", "de", "en", "es", "fr", "ru", "uk"];

function languagesOf(channels: readonly Channel[], editions: readonly Edition[]): string[] {
  const tags = [...channels.flatMap(({ language }) => language ?? []), ...editions.map(({ language }) => language)];
  return [...new Set([...tags.map(mainOf), ...USUAL_LANGUAGES])].sort();
}

/** The language itself, without script and region. */
export function mainOf(tag: string): string {
  return tag.toLowerCase().split("-", 1)[0] ?? "";
}

/** A language as the reader of the page calls it. */
export function nameOfLanguage(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "language", fallback: "code" }).of(tag) ?? tag;
}

type ItemListProps = { readonly items: readonly ItemLine[]; readonly visit: DeskVisit };

export const ItemList = ({ items, visit }: ItemListProps) => (
  <ul class="stories wire-items">
    {items.map((item) => (
      <li>
        <a href={`/desk/wire/${item.id}`} lang={item.language ?? undefined} dir="auto">
          {item.headline || visit.words.wire.untitled}
        </a>
        <p class="about">
          <ItemMarks item={item} visit={visit} />
          <bdi>{item.channel}</bdi>
          {item.language !== null && <span>{nameOfLanguage(mainOf(item.language), visit.words.language)}</span>}
          <Moment visit={visit} at={item.changedAt} />
        </p>
      </li>
    ))}
  </ul>
);

/** What has to be seen at a glance: killed, held, corrected, of which version, changed since it was used. */
export const ItemMarks = ({ item, visit }: { readonly item: ItemLine; readonly visit: DeskVisit }) => {
  const { words, editions, at } = visit;
  const { wire } = words;
  const [first] = editions;
  return (
    <>
      {item.alarm !== null && <strong class="overdue">{wire.alarm[item.alarm]}</strong>}
      {item.status !== "usable" && <strong class="overdue">{wire.statuses[item.status]}</strong>}
      {item.status === "usable" && item.signal !== null && <strong>{wire.signals[item.signal]}</strong>}
      {item.embargoUntil !== null && item.embargoUntil > at && first && (
        <strong class="overdue">{wire.heldUntil(shownAt(item.embargoUntil, first, words))}</strong>
      )}
      {item.state !== "new" && <span class="stage">{wire.states[item.state]}</span>}
      {item.versions > 1 && <span>{wire.versions(item.versions)}</span>}
    </>
  );
};

/** The attributes of words in a language that may be nobody's here. */
export function spokenIn(language: string | null) {
  return language === null ? { dir: "auto" as const } : { lang: language, dir: directionOf(language) };
}

type PictureLinkProps = { readonly href: string; readonly says: string; readonly language: string | null };

/** A picture of copy by what is said of it, else by its address; one that is on no page of the web by the name of its file. */
export const PictureLink = ({ href, says, language }: PictureLinkProps) => {
  const spoken = says === "" ? ({ dir: "ltr", class: "address" } as const) : spokenIn(language);
  if (!/^https?:/.test(href)) return <span {...spoken}>{says || fileOfPicture(href) || href.split(/[;,]/, 1)}</span>;
  return (
    <a href={href} rel="noreferrer" {...spoken}>
      {says || href}
    </a>
  );
};
