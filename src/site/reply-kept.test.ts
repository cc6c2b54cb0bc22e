import { expect, test } from "bun:test";
import { KEPT } from "#agency/replies/kept.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { STORY } from "#test/reader.ts";
import { replyKeptWordsFor } from "./words/reply-kept.ts";

const PAGE = "/en/replies/kept";

for (const engine of engines) {
  test(`${engine}: readers are told how long what is kept and whom we really ask, and the form leads there`, async () => {
    await using door = await openDoor(engine, { demo: true });
    expect(await door.text(STORY)).toContain(`<a href="${PAGE}">`);
    const page = await door.text(PAGE);
    for (const length of ["30 days", "184 days", "400 days", "365 days", "90 days", "14 days", "24 hours"])
      expect(page).toContain(length);
    expect(page).toContain("Nobody outside this newsroom is asked");
    expect(page).not.toContain("Akismet");
    const asked = { key: "advice.address", value: "https://classifier.example/" };
    await setSetting(door.db, asked);
    await setSetting(door.db, { key: "advice.akismet", value: "x" });
    const html = await door.text(`${PAGE}?again`);
    expect(html).toContain("A program this newsroom has chosen");
    expect(html).toContain("Akismet, a service in the United States");
    expect(html).not.toContain("Nobody outside");
    expect(html).not.toContain("classifier.example");
    expect(door.broken).toEqual([]);
  });
}

test("every row has its words in every language, with lengths as that language counts", () => {
  const lengths = {
    withdrawn: "A",
    refused: "B",
    address: "C",
    letters: "D",
    device: "E",
    copies: "F",
    followed: "G",
    told: "H",
    reports: "J",
    openReports: "K",
    bans: "L",
    mailed: "I",
  };
  for (const language of ["en", "ru", "ar"]) {
    const { rows } = replyKeptWordsFor(language);
    const said = KEPT.map((one) => `${rows[one][0]} ${rows[one][1](lengths)}`).join("\n");
    for (const length of Object.values(lengths)) expect(said).toContain(length);
    if (language !== "en") expect(said.replaceAll("UTC", "")).not.toMatch(/[a-z]{3}/i);
  }
});
