/** Makes and revokes links that show a story to somebody outside. */
import { makePreview, PREVIEW_DAYS, previewLinks, revokePreview } from "#agency/articles/previews.ts";
import type { Form } from "#lib/form.ts";
import type { PreviewLinksProps } from "../views/previews.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { detailsPage, type Here, storyHere } from "./details.tsx";
import { namesAt } from "./people.ts";
import { shownAt } from "./times.ts";

export async function previewsOf(visit: DeskVisit, { story, edition }: Here): Promise<PreviewLinksProps> {
  const { db, at, words } = visit;
  const nameOf = await namesAt(visit);
  const links = await previewLinks(db, { articleId: story.id, at });
  return {
    articleId: story.id,
    links: links.map((link) => ({
      ...link,
      ends: shownAt(link.endsAt, edition, words),
      maker: nameOf(link.madeBy),
    })),
    days: PREVIEW_DAYS.map((days) => ({ value: String(days), text: words.flow.previews.day(days) })),
    words,
  };
}

/** The page itself says the link: it is told once and kept nowhere. */
export async function makePreviewLink(visit: DeskVisit, form: Form): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  const days = PREVIEW_DAYS.find((one) => String(one) === form.text("days"));
  if (!here || here.story.state === "killed" || days === undefined) return undefined;
  const { db, staff, at, world } = visit;
  const token = await makePreview(db, { articleId: here.story.id, days, by: staff.id, at });
  return detailsPage(visit, here, { link: `${world.url}/preview/${token}` });
}

export async function revokePreviewLink({ db, steps, staff, at }: DeskVisit): Promise<Response | undefined> {
  const [articleId = "", id = ""] = [steps["id"], steps["preview"]];
  const revoked = await revokePreview(db, { articleId, id, by: staff.id, at });
  return revoked ? seeOther(`/desk/articles/${articleId}/details#previews`, "removed") : undefined;
}
