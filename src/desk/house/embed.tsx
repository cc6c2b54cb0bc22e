/** Sites that are not ours and may carry our replies. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { newestArticles } from "#agency/articles/queries.ts";
import { addEmbedSite, removeEmbedSite } from "#agency/embeds/actions.ts";
import type { SiteRefusal } from "#agency/embeds/embeds.ts";
import { embedSites } from "#agency/embeds/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { EmbedCode } from "../views/embed-code.tsx";
import { Choice, TextArea, TextField } from "../views/fields.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage, seeOther } from "../visit.ts";
import { deskWordsFor } from "../words/words.ts";
import { Buttons, MainAct } from "./parts.tsx";

const ADDRESS = "/desk/house/embed";
const EVERY = "*";

export function embedHouseRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, (visit) => printSites(visit, { typed: "", edition: EVERY })),
    deskAction(world, { address: ADDRESS, right }, change),
  ];
}

async function change(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const { db, staff, at, world, editions } = visit;
  const gone = form.text("remove");
  if (gone !== "") {
    await removeEmbedSite(db, { host: gone, by: staff.id, at });
    return seeOther(ADDRESS, "removed");
  }
  const [typed, code] = [form.text("site"), form.text("edition")];
  const editionId = editions.find((one) => one.code === code)?.id ?? null;
  const added = await addEmbedSite(db, { typed, editionId, ownUrl: world.url, by: staff.id, at });
  if ("refusal" in added) return printSites(visit, { typed, edition: code, refusal: added.refusal });
  return seeOther(ADDRESS, "kept");
}

type Entered = { readonly typed: string; readonly edition: string; readonly refusal?: SiteRefusal };

async function printSites(visit: DeskVisit, { typed, edition, refusal }: Entered): Promise<DeskPage> {
  const { db, world, words, editions } = visit;
  const said = words.embed;
  const sites = await embedSites(db);
  const nameOf = (id: string | null) => editions.find((one) => one.id === id)?.name;
  const [first] = editions;
  const [newest] = first ? await newestArticles(db, first.id, { limit: 1 }) : [];
  return {
    title: words.house.parts.embed.title,
    place: "house",
    ...(refusal && { status: 422 }),
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {sites.length === 0 && <p class="quiet">{said.none}</p>}
        {sites.length > 0 && (
          <form method="post" action={ADDRESS}>
            <ul class="house-list">
              {sites.map(({ host, origin, editionId }) => (
                <li>
                  <bdi>{origin}</bdi>{" "}
                  <span class="quiet">{editionId === null ? said.all : said.only(nameOf(editionId) ?? "")}</span>{" "}
                  <button type="submit" name="remove" value={host} aria-label={said.removeFrom(host)}>
                    {words.house.remove}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        )}
        <section class="house-next" aria-labelledby="add">
          <h2 id="add">{said.addTitle}</h2>
          <form method="post" action={ADDRESS}>
            <TextField
              name="site"
              label={said.site}
              hint={said.siteHint}
              value={typed}
              inputmode="url"
              dir="ltr"
              required={true}
              problem={refusal && said.refusals[refusal]}
            />
            <Choice
              name="edition"
              label={said.edition}
              options={[
                { value: EVERY, text: said.all },
                ...editions.map(({ code, name }) => ({ value: code, text: name })),
              ]}
              chosen={edition}
            />
            <Buttons>
              <MainAct act="add">{words.house.add}</MainAct>
            </Buttons>
          </form>
        </section>
        {first && newest && (
          <section class="house-next" aria-labelledby="code">
            <h2 id="code">{said.codeTitle}</h2>
            <EmbedCode
              url={world.url}
              article={addressOfArticle(first.code, newest.slug)}
              link={deskWordsFor(first.language).embed.link((await agency(db, first.code)).name)}
              label={said.code}
              hint={said.codeHint}
            />
            <TextArea
              name="policy"
              label={said.policy}
              hint={said.policyHint}
              rows={3}
              value={`script-src ${world.url}; connect-src ${world.url}`}
              dir="ltr"
              readonly={true}
            />
          </section>
        )}
      </>
    ),
  };
}
