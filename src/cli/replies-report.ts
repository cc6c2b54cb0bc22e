/** What became of each row of replies that were moved: as JSON while it goes, or in words at the end. */
import type { World } from "./command.ts";
import type { ThreadTold } from "./import-replies.ts";

export type Fate = {
  readonly row: string;
  readonly id: string;
  readonly fate: "imported" | "skipped" | "refused" | "apart";
  readonly reason?: string;
};

export type Report = {
  readonly row: (fate: Fate) => Promise<void>;
  readonly end: (threads: ReadonlyMap<string, ThreadTold>) => Promise<void>;
};

type How = { readonly isJson: boolean; readonly isDry: boolean };

export function reportOn(world: World, { isJson, isDry }: How): Report {
  const counts = { imported: 0, skipped: 0, refused: 0, apart: 0 };
  const reasons = new Map<string, { readonly fate: Fate; count: number }>();
  let rows = 0;
  return {
    async row(fate) {
      if (isJson) world.out(`${rows === 0 ? '{"fates":[' : ",\n"}${JSON.stringify(fate)}`);
      rows += 1;
      counts[fate.fate] += 1;
      const key = `${fate.fate}\n${fate.reason ?? ""}`;
      const known = reasons.get(key);
      if (known) known.count += 1;
      else reasons.set(key, { fate, count: 1 });
      await world.drained?.();
    },
    async end(threads) {
      const all = [...threads.values()].filter((thread) => thread.rows > 0);
      if (isJson) {
        const said = all.map(({ address, title, articleId, rows }) => ({
          address,
          title,
          article: articleId ?? null,
          rows,
        }));
        world.out(
          `${rows === 0 ? '{"fates":[' : ""}],${JSON.stringify({ rows, ...counts, threads: said }).slice(1)}\n`,
        );
        return;
      }
      world.out(inWords({ rows, counts, reasons: [...reasons.values()], threads: all, isDry }));
    },
  };
}

type Said = {
  readonly rows: number;
  readonly counts: Readonly<Record<Fate["fate"], number>>;
  readonly reasons: readonly { readonly fate: Fate; readonly count: number }[];
  readonly threads: readonly ThreadTold[];
  readonly isDry: boolean;
};

// As many as a screen holds; JSON has all of them.
const MOST_REASONS = 40;

function inWords({ rows, counts, reasons, threads, isDry }: Said): string {
  const { imported, skipped, refused, apart } = counts;
  const lines = [
    `${rows} rows: ${imported} ${isDry ? "would be imported" : "imported"}, ${apart} kept apart, ${skipped} skipped, ${refused} refused`,
  ];
  const listed = reasons.filter(({ fate }) => fate.reason !== undefined);
  for (const { fate, count } of listed.slice(0, MOST_REASONS))
    lines.push(`  ${fate.fate} ${count}: ${fate.reason}, first ${fate.row}${fate.id === "" ? "" : ` (${fate.id})`}`);
  if (listed.length > MOST_REASONS) lines.push(`  and ${listed.length - MOST_REASONS} more; --json has every row`);
  const several = Map.groupBy(
    threads.filter(({ articleId }) => articleId !== undefined),
    ({ articleId }) => articleId,
  );
  for (const some of several.values())
    if (some.length > 1) lines.push(`  one story: ${some.map(({ address }) => address).join(" and ")}`);
  return `${lines.join("\n")}\n`;
}
