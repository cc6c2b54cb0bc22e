import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { htmlFaults } from "#test/faults.ts";
import { parseMarkdown } from "#text/document/markdown.ts";

for (const engine of engines) {
  test(`${engine}: an editor asks, an administrator looks where it stands and agrees, and readers see what was done`, async () => {
    await using door = await openDoor(engine);
    const [editor, administrator] = [door.as("editor"), door.as("administrator")];
    const articleId = await published(door);
    expect(await editor.text(`/desk/articles/${articleId}/details`)).toContain(`/desk/withhold?article=${articleId}`);
    const empty = await editor.post("/desk/withhold", { forms: "Quell Ambrose", where: "everywhere" });
    expect(empty.status).toBe(422);
    const kept = await empty.text();
    expect(kept).toContain("Say what kind of reason it is.");
    expect(kept).toContain("Quell Ambrose");
    const short = await editor.post("/desk/withhold", { forms: "Q", reason: "child" });
    expect(await short.text()).toContain("two letters at least");

    const sent = await editor.post("/desk/withhold", {
      forms: "Quell Ambrose\nAmbrose",
      article: articleId,
      where: "story",
      reason: "child",
      how: "seal",
      note: "The family’s lawyer called.",
    });
    const page = (sent.headers.get("location") ?? "").replace("&said=kept", "");
    expect(page).toStartWith("/desk/withhold?asking=");
    const mine = await editor.text(page);
    expect(mine).toContain("somebody else has to decide");
    expect(mine).not.toContain("/confirm");
    const theirs = await administrator.text(page);
    for (const said of ["Ambrose", "The family’s lawyer called.", "Boy sings: ", "/confirm"])
      expect(theirs).toContain(said);
    for (const html of [mine, theirs, await administrator.text("/desk/withhold")])
      expect(await htmlFaults(html)).toEqual([]);

    const id = page.slice(page.indexOf("=") + 1);
    expect((await editor.post(`/desk/withhold/${id}/confirm`, {})).status).toBe(422);
    expect(await door.text("/en/boy-sings")).toContain("Ambrose");
    const done = await administrator.post(`/desk/withhold/${id}/confirm`, {});
    const shown = await done.text();
    expect(done.status).toBe(200);
    expect(shown).toContain("dateline withheld open");
    expect(await htmlFaults(shown)).toEqual([]);
    const after = await door.text("/en/boy-sings");
    expect(after).not.toContain("Ambrose");
    expect(after).toContain("to protect a child. Decided by an editor and an administrator.");
    expect(await door.text("/en/boy-sings/history")).toContain("to protect a child");
    expect((await administrator.post(`/desk/withhold/${id}/confirm`, {})).status).toBe(422);
    expect(await editor.text(page)).not.toContain("Ambrose");
    expect(await editor.text("/desk/log?act=record.withhold")).toContain("withheld something");
    expect((await door.as("reporter").get("/desk/withhold")).status).toBe(404);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: who has the story open when words are withheld is told that it changed`, async () => {
    await using door = await openDoor(engine);
    const [editor, administrator] = [door.as("editor"), door.as("administrator")];
    const articleId = await published(door);
    const write = (version: string, body: string) =>
      editor.post(`/desk/articles/${articleId}`, { version, headline: "Boy sings", body });
    expect((await write("0", "Quell Ambrose sang again.")).status).toBe(303);
    const sent = await editor.post("/desk/withhold", { forms: "Quell Ambrose", reason: "victim", where: "everywhere" });
    const id = (sent.headers.get("location") ?? "").split("=")[1]?.split("&")[0] ?? "";
    expect((await administrator.post(`/desk/withhold/${id}/confirm`, {})).status).toBe(303);
    expect((await write("1", "Quell Ambrose sang thrice.")).status).toBe(409);
    expect(await editor.text(`/desk/articles/${articleId}`)).not.toContain("Ambrose");
  });
}

async function published(door: Door): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const { articleId } = await draftArticle(door.db, {
    edition,
    slug: "boy-sings",
    headline: "Boy sings",
    standfirst: "",
    document: parseMarkdown("Quell Ambrose, seven, sang."),
    dateline: null,
    by: "staff-reporter",
    at: new Date("2026-11-20T10:00:00Z"),
  });
  await publishArticle(door.db, { articleId, by: "staff-editor", at: new Date("2026-11-20T10:00:00Z") });
  return articleId;
}
