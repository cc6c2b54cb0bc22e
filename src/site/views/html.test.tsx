import { expect, test } from "bun:test";
import { HtmlValidate } from "html-validate";
import { wholePage } from "#lib/html.ts";
import { Labelled, plain } from "./labelled.tsx";
import { NotFoundPage } from "./not-found.tsx";
import type { Frame, LabelledText } from "./values.ts";

const HOSTILE = `</script><img src=x onerror="alert(1)"/>'&amp;`;

test("a page is valid HTML, and whatever a newsroom writes stays text", () => {
  const html = wholePage(
    String(
      <NotFoundPage
        frame={frame}
        head={{ title: HOSTILE, description: HOSTILE, structuredData: { headline: HOSTILE } }}
        latest={[]}
      />,
    ),
  );
  expect(html).not.toContain("<img");
  expect(html).toStartWith("<!DOCTYPE html><html");
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "long-title": "off" } });
  const { results } = validator.validateStringSync(html);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? "";
  expect(JSON.parse(data)).toEqual({ headline: HOSTILE });
});

const line: LabelledText = [
  { text: "Talks with the NRF" },
  { text: " (banned in Norland)", label: { href: "/en/labels/nrf" } },
  { text: " end" },
];

test("a label links to why it stands there, its space outside the link and its words unchanged", () => {
  const html = String(<Labelled text={line} />);
  expect(html).toBe(
    'Talks with the NRF<span class="label"> <a href="/en/labels/nrf">(banned in Norland)</a></span> end',
  );
  expect(html.replace(/<[^>]+>/g, "")).toBe(plain(line));
});

test("inside a link a label is words alone", () => {
  const html = String(<Labelled text={line} links={false} />);
  expect(html).not.toContain("<a");
  expect(html.replace(/<[^>]+>/g, "")).toBe(plain(line));
});

const frame: Frame = {
  agency: HOSTILE,
  edition: { code: "en", name: HOSTILE, language: "en", href: "/en/" },
  direction: "ltr",
  editions: [
    { name: HOSTILE, language: "en", href: "/en/", current: true },
    { name: "Русский", language: "ru", href: "/ru/", current: false },
  ],
  sections: [{ href: "/en/sections/world", text: HOSTILE }],
  search: "/en/search",
  foot: { people: "/en/people" },
  feeds: [],
  assets: {
    styles: "/assets/a.css",
    icon: "/i.svg",
    touchIcon: "/i.png",
    faces: { latin: [], cyrillic: [], arabic: [] },
  },
};
