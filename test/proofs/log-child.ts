/** What `log.ts` kills: a newsroom that publishes several stories at once and hands out signed checkpoints meanwhile. */
import { writeSync } from "node:fs";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { keepCheckpoint } from "#agency/log/actions.ts";
import { newestCheckpoint } from "#agency/log/queries.ts";
import { logSigner } from "#outside/log-key.ts";
import { reading, together } from "#store/db.ts";
import { openStore } from "#store/open.ts";
import type { Place } from "../engines.ts";

const [placed = "", url = ""] = process.argv.slice(2);
const SIDE_BY_SIDE = 6;

// What the parent wrote a line above is what it hands over.
const place = JSON.parse(placed) as Place;
const { db } = await openStore(place);
const signer = await logSigner(`${place.data}/keys`, url);
const edition = await db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();

await Promise.all([...Array.from({ length: SIDE_BY_SIDE }, publish), serve()]);

/** Every third story is changed once more: the log tells of both. */
async function publish(): Promise<void> {
  for (let number = 0; ; number++) {
    const at = new Date();
    const articleId = await together(db, async (db) => {
      const { articleId } = await draftArticle(db, {
        edition,
        slug: `ferry-${crypto.randomUUID()}`,
        headline: "Ferry stops",
        standfirst: "",
        document: {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: `${at.getTime()}` }] }],
        },
        dateline: null,
        by: "Ilse",
        at,
      });
      await publishArticle(db, { articleId, by: "Ilse", at });
      return articleId;
    });
    say(`published ${articleId} publication`);
    if (number % 3 > 0) continue;
    await publishArticle(db, { articleId, by: "Ilse", at: new Date(at.getTime() + 1) });
    say(`published ${articleId} update`);
  }
}

/** What readers are handed, kept by the job now and then. */
async function serve(): Promise<void> {
  for (let asked = 1; ; asked++) {
    const { written } = await reading(db, (db) => newestCheckpoint(db, signer));
    say(`served ${Buffer.from(written).toString("base64")}`);
    if (asked % 4 === 0) await keepCheckpoint(db, { signer, at: new Date() });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Straight to the pipe: a line that was said was said before any kill. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
