/** What a test of every form of the desk has to know beside the forms themselves. */
import type { AtTheDesk } from "./door.ts";

const NOTHING_WRITTEN = {
  headline: "A headline of their own",
  standfirst: "",
  document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Words." }] }] },
  dateline: null,
  picture: null,
  authorIds: [],
};

/** Addresses that islands speak to have no form. */
export const JSON_BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "/desk/articles/{id}/comparison": { text: NOTHING_WRITTEN },
  "/desk/articles/{id}/copy": { sitting: { id: "sitting", turn: 1 }, text: NOTHING_WRITTEN },
  "/desk/articles/{id}/here": { sitting: "sitting", version: 0 },
  "/desk/articles/{id}/mentions": { text: NOTHING_WRITTEN },
  "/desk/articles/{id}/set-aside": { text: NOTHING_WRITTEN },
  "/desk/card": { address: "https://strait.example/" },
  "/desk/paste": { text: "Words." },
  "/desk/sources.json": { name: "The harbour office", url: "" },
};

/** A page as its reader gets it, wherever it was moved to; nothing for what is no page or not theirs. */
export async function pageOf(desk: AtTheDesk, path: string): Promise<string | undefined> {
  const asked = await desk.get(path);
  const to = asked.headers.get("location");
  const response = to === null ? asked : await desk.get(to);
  const isPage = response.status === 200 && (response.headers.get("content-type") ?? "").startsWith("text/html");
  return isPage ? response.text() : undefined;
}
