import { expect, test } from "bun:test";
import { background } from "../cases/intake/background.ts";
import type { Case } from "../cases/intake/case.ts";
import { datelines } from "../cases/intake/datelines.ts";
import { furniture } from "../cases/intake/furniture.ts";
import { sources } from "../cases/intake/sources.ts";
import { type Intake, intake } from "./intake.ts";
import { passagesOf } from "./passages.ts";

const HEADS: Readonly<Record<string, string>> = {
  en: "Ferry leaves port\n\nTromsø, 16 February 2018\n\n",
  ru: "Паром вышел в море\n\nМурманск, 16 февраля 2018\n\n",
  de: "Fähre läuft aus\n\nKiel, 16. Februar 2018\n\n",
  fr: "Le ferry est parti\n\nBrest, 16 février 2018\n\n",
  ar: "العبارة تغادر الميناء\n\nالإسكندرية، 16 فبراير 2018\n\n",
};

function taken({ text = "", copy, language = "en", dateOrder = "day-first" }: Case): Intake {
  return intake({ text: copy ?? `${HEADS[language] ?? ""}${text}` }, { language, dateOrder, today: "2026-11-24" });
}

const bodyOf = ({ document }: Intake) => passagesOf(document).map(({ text }) => text);

for (const one of [...datelines, ...sources, ...background, ...furniture]) {
  test(one.rule, () => {
    const found = taken(one);
    const { dateline, origin } = found;
    if (one.headline !== undefined) expect(found.headline).toBe(one.headline);
    if (one.standfirst !== undefined) expect(found.standfirst).toBe(one.standfirst);
    if (one.dateline !== undefined)
      expect(dateline && [dateline.place, dateline.date]).toEqual(one.dateline && [...one.dateline]);
    if (one.origin !== undefined) expect(origin && [origin.name, origin.url]).toEqual(one.origin && [...one.origin]);
    if (one.body) expect(bodyOf(found)).toEqual([...one.body]);
    if (one.attributions)
      expect(found.attributions.map(({ outlet, date }) => [outlet, date])).toEqual(
        one.attributions.map((list) => [...list]),
      );
    if (one.quotations)
      expect(found.quotations.map(({ text, speaker, office }) => [text, speaker, office])).toEqual(
        one.quotations.map((list) => [...list]),
      );
    if (one.events) expect(found.events.map(({ date }) => date)).toEqual([...one.events]);
    if (one.forward)
      expect(found.forward.map(({ from, to }) => [from, to])).toEqual(one.forward.map((list) => [...list]));
    if (one.mentions)
      expect(found.mentions.map(({ name, typed }) => [name, typed])).toEqual(one.mentions.map((list) => [...list]));
    if (one.dropped)
      expect(found.dropped.map(({ kind, text }): readonly string[] => [kind, text])).toEqual(
        one.dropped.map((list) => [...list]),
      );
    const codes = found.findings.map(({ code }) => code);
    for (const code of one.finds ?? []) expect(codes).toContain(code);
    for (const code of one.findsNot ?? []) expect(codes).not.toContain(code);
  });
}
