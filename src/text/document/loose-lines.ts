/**
 * Word processors and chat programs write the items of a list, and the lines of a quotation, one by one, each with a
 * mark that says where it belongs. Here they are put together again.
 */
import { quoteOf } from "./fit.ts";
import type { NodeJson } from "./schema.ts";

/** What a line says of itself. `numbers` are what its sign may count as, `ii.` as 2 or as none; a bullet has none. */
export type LooseLine =
  | { readonly as: "quote" }
  | { readonly as: "item"; readonly level: number; readonly numbers: readonly number[] };

type Item = LooseLine & { readonly as: "item" };

/** The blocks with runs of loose lines made lists and quotations; `lineOf` knows which blocks are such lines. */
export function gathered(blocks: readonly NodeJson[], lineOf: ReadonlyMap<NodeJson, LooseLine>): readonly NodeJson[] {
  if (lineOf.size === 0 || !blocks.some((block) => lineOf.has(block))) return blocks;
  const out: NodeJson[] = [];
  let run: NodeJson[] = [];
  const end = () => {
    out.push(...runOf(run, lineOf));
    run = [];
  };
  for (const block of blocks) {
    if (lineOf.get(block)?.as !== lineOf.get(run[0] ?? block)?.as) end();
    if (lineOf.has(block)) run.push(block);
    else out.push(block);
  }
  end();
  return out;
}

function runOf(run: readonly NodeJson[], lineOf: ReadonlyMap<NodeJson, LooseLine>): readonly NodeJson[] {
  const items = run.flatMap((block) => {
    const line = lineOf.get(block);
    return line?.as === "item" ? [{ block, line }] : [];
  });
  return items.length > 0 ? listsOf(items) : quoteOf(run, "", "");
}

/** A list that is still open, and the blocks of its last item. */
type OpenList = {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly items: NodeJson[];
  next: number;
  inLast: NodeJson[];
};

function listsOf(items: readonly { readonly block: NodeJson; readonly line: Item }[]): readonly NodeJson[] {
  const out: NodeJson[] = [];
  const open: OpenList[] = [];
  for (const { block, line } of items) {
    while ((open.at(-1)?.level ?? 0) > line.level) open.pop();
    const top = open.at(-1);
    if (top?.level === line.level && !goesOn(top, line)) open.pop();
    if (open.at(-1)?.level !== line.level) open.push(newList(line, open.at(-1)?.inLast ?? out));
    const list = open.at(-1);
    if (!list) continue;
    list.inLast = block.type === "list_item" ? [...(block.content ?? [])] : [block];
    list.items.push({ type: "list_item", content: list.inLast });
    list.next += 1;
  }
  return out;
}

/** Bullets go on whatever their look; a number that does not follow begins a list of its own. */
function goesOn(list: OpenList, { numbers }: Item): boolean {
  return list.isOrdered ? numbers.includes(list.next) : numbers.length === 0;
}

function newList({ level, numbers }: Item, home: NodeJson[]): OpenList {
  const items: NodeJson[] = [];
  const isOrdered = numbers.length > 0;
  const start = numbers.includes(1) ? 1 : (numbers[0] ?? 1);
  home.push(
    isOrdered ? { type: "ordered_list", attrs: { start }, content: items } : { type: "bullet_list", content: items },
  );
  return { level, isOrdered, items, next: start, inLast: [] };
}

/** What the sign before an item may count as: `3.` is 3, `c)` is 3, or 100 in Roman figures; of `1.2.` the last counts. A bullet is none, the letters Word draws bullets with among them. */
export function numbersOf(sign: string): readonly number[] {
  const [, figures] = /(\d{1,6})\W*$/.exec(sign) ?? [];
  if (figures !== undefined) return [Number(figures)];
  const [, letters = ""] = /(?:^|[\s.(])(\p{L}{1,7})[.)]$/u.exec(sign.trim()) ?? [];
  const small = letters.toLowerCase();
  return [romanNumber(small), letterNumber(small)].filter((number) => number !== undefined);
}

const ROMAN = /^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_SIGNS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(letters: string): number | undefined {
  if (!ROMAN.test(letters)) return undefined;
  const values = [...letters].map((letter) => ROMAN_SIGNS[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя"];

function letterNumber(letters: string): number | undefined {
  if ([...letters].length !== 1) return undefined;
  const at = Math.max(...ALPHABETS.map((alphabet) => alphabet.indexOf(letters)));
  return at < 0 ? undefined : at + 1;
}
