/** A reader of the invented agency without JavaScript: writes a reply and does the sum. */
import { expect } from "bun:test";
import type { Door } from "./door.ts";
import { solved } from "./sums.ts";

export const STORY = "/en/outer-quay";
export const SENT = { name: "Ada Reader", email: "ada@readers.example", text: "I was on *that* boat.", kind: "" };

export function post(
  door: Door,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams(fields);
  return door.request(
    new Request(`http://localhost${path}`, {
      method: "POST",
      body,
      headers: { "sec-fetch-site": "same-origin", ...headers },
    }),
  );
}

export async function sendReply(
  door: Door,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ mine: string; cookie: string }> {
  const sent = { ...SENT, ...fields };
  const step = await post(door, `${STORY}/replies`, sent);
  expect(step.status).toBe(200);
  const { token, answer } = solved(await step.text());
  const done = await post(door, `${STORY}/replies`, { ...sent, token, answer });
  expect(done.status).toBe(303);
  const cookie = (done.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { mine: (done.headers.get("location") ?? "").split("?")[0] ?? "", cookie };
}
