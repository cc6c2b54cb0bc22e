/** What the pages of the house have in common: which edition they are about, and what a form began from. */
import type { Child } from "hono/jsx";
import type { Edition } from "#agency/editions/editions.ts";
import { keepSettings } from "#agency/settings/actions.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import type { Db } from "#store/db.ts";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";

export function editionOf({ editions, steps }: DeskVisit): Edition | undefined {
  return editions.find(({ code }) => code === steps["edition"]);
}

type EditionsNavProps = {
  readonly visit: DeskVisit;
  readonly current: Edition;
  /** `/desk/house/menus` */
  readonly address: string;
};

/** The same page for the other editions. */
export const EditionsNav = ({ visit: { editions, words }, current, address }: EditionsNavProps) =>
  editions.length < 2 ? null : (
    <nav aria-label={words.house.editions}>
      <ul class="inline-list">
        {editions.map(({ code, name, language }) => (
          <li>
            <a href={`${address}/${code}`} lang={language} aria-current={code === current.code ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

type Kept = {
  readonly part: string;
  readonly values: Readonly<Record<string, string>>;
  /** The state the form was printed from. */
  readonly from: string;
  readonly secret?: readonly string[];
};

type Again = (now: { readonly from: string; readonly sentence: string }) => DeskPage | Promise<DeskPage>;

/** Keeps a part of the settings and leads to `address`; where somebody changed it meanwhile, the form comes again and says so. */
export async function keepOrAgain(
  { db, staff, at, words }: DeskVisit,
  { address, ...kept }: Kept & { readonly address: string },
  again: Again,
): Promise<DeskPage | Response> {
  const { changedBy } = await keepSettings(db, { ...kept, by: staff.id, at });
  if (changedBy === undefined) return seeOther(address, "kept");
  return again({ from: await partNow(db, kept.part), sentence: words.house.changedMeanwhile(changedBy) });
}

/** The state a part of the settings is in, for `From`. */
export async function partNow(db: Db, part: string): Promise<string> {
  return markOf(await settingsOf(db, part));
}

/** The state a form was printed from, so that a change somebody makes meanwhile is noticed. */
export const From = ({ mark }: { readonly mark: string }) => <input type="hidden" name="from" value={mark} />;

export const Buttons = ({ children }: { readonly children?: Child }) => <p class="buttons">{children}</p>;

type ActProps = { readonly act: string; readonly children?: Child };

/** A button that says what the form is to do. */
export const Act = ({ act, children }: ActProps) => (
  <button type="submit" name="do" value={act}>
    {children}
  </button>
);

type SmallProps = { readonly act: string; readonly sign: string; readonly label: string };

export const Small = ({ act, sign, label }: SmallProps) => (
  <button type="submit" name="do" value={act} class="small" aria-label={label} title={label}>
    {sign}
  </button>
);

export const MainAct = ({ act, children }: ActProps) => (
  <button type="submit" name="do" value={act} class="main">
    {children}
  </button>
);

/** Shows readers' page in a window of its own, the form left to be kept yet. */
export const PreviewAct = ({ children }: { readonly children?: Child }) => (
  <button type="submit" name="do" value="preview" formtarget="_blank">
    {children}
  </button>
);
