/** An outlet, a document, a page or a person stories rest on: what it is, what was kept of it, and those stories. */
import { articlesRestingOn } from "#agency/articles/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { newestSnapshots, sourcesAmong } from "#agency/sources/queries.ts";
import { isPublic, topicOfSource } from "#agency/sources/sources.ts";
import { isWebAddress } from "#text/document/links.ts";
import { printDay } from "#text/typography/dates.ts";
import { cardsFor, leafOf, momentOf } from "./cards.ts";
import { frameFor, headFor, samePageElsewhere } from "./frame.ts";
import { leafAsked } from "./lists.tsx";
import { printNotFound } from "./not-found.tsx";
import { sourceStructuredData } from "./structured-data.ts";
import { plain } from "./views/labelled.tsx";
import { SourcePage } from "./views/source.tsx";
import type { EditionVisit, PrintPage } from "./visit.ts";

export const printSource: PrintPage = async (visit) => {
  const { db, edition, steps, words, agency } = visit;
  const [source] = await sourcesAmong(db, [steps["id"] ?? ""]);
  if (!source) return undefined;
  if (!isPublic(source)) return notShown(visit, source.id);
  const { id, kind, language, url, publishedOn, deadAt } = source;
  const labeller = await labellerFor(db, edition, visit.at);
  // A name of the register is under the law of labels wherever it stands.
  const said = (text: string) => plain(labeller.line(text, "body", visit.at));
  const [name, office] = [said(source.name), said(source.office)];
  const kept = (await newestSnapshots(db, [id])).get(id);
  const { cards, paging } = leafOf(visit, await articlesRestingOn(db, edition.id, id, leafAsked(visit)));
  const described = [words.sourceKinds[kind], office].filter((one) => one !== "").join(", ");
  return {
    html: (
      <SourcePage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, {
          title: name,
          description: `${name}: ${described}. ${agency.name}`,
          structuredData: sourceStructuredData(visit, { ...source, name, office }),
        })}
        name={name}
        kind={kind}
        office={office}
        {...(language !== null && { language })}
        {...(publishedOn !== null && { date: { iso: publishedOn, text: printDay(publishedOn, edition.language) } })}
        {...(url !== null && isWebAddress(url) && { url })}
        {...(deadAt && { dead: momentOf(visit, deadAt) })}
        {...(kept && kept.digest !== "" && { kept: { at: momentOf(visit, kept.madeAt), digest: kept.digest } })}
        cards={(await cardsFor(visit))(cards)}
        paging={paging}
      />
    ),
    topics: [topicOfSource(id), `front:${edition.code}`],
  };
};

/** The page of any address nobody knows, until an editor says that the name may be shown. */
async function notShown(visit: EditionVisit, id: string): ReturnType<PrintPage> {
  const printed = await printNotFound(visit);
  return printed && "html" in printed ? { ...printed, topics: [...printed.topics, topicOfSource(id)] } : printed;
}
