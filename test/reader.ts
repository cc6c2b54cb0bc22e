/** A reader of the invented agency without JavaScript: writes a reply and does the sum. */
import { expect } from "bun:test";
import type { Door } from "./door.ts";

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

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from({ length: 121 }, (_, number) => [inWords(number), number]),
);

function inWords(number: number): string {
  const small =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
      " ",
    );
  const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  if (number < 20) return small[number] ?? "";
  if (number < 100)
    return [tens[Math.floor(number / 10) - 2], small[number % 10]].slice(0, number % 10 === 0 ? 1 : 2).join("-");
  return number === 100 ? "one hundred" : `one hundred and ${inWords(number - 100)}`;
}

/** What a reader does with the last step: reads the sum in the label, and answers it. */
export function solved(page: string): { token: string; answer: string; sum: string } {
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const sum = /<label for="reply-answer">([^<]+)<\/label>/.exec(page)?.[1] ?? "";
  const [, left = "", sign, right = ""] = /^(.+) ([+−×]) (.+) =$/.exec(sum) ?? [];
  const value = (words: string) => (/^\d+$/.test(words) ? Number(words) : (NUMBERS[words] ?? Number.NaN));
  const [a, b] = [value(left), value(right)];
  const answer = sign === "+" ? a + b : sign === "−" ? a - b : a * b;
  return { token, answer: String(answer), sum };
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
