/** What is wrong with a page, in sentences: as HTML, and for people who read it with other means than their eyes. */
import axe from "axe-core";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright-core";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Two ways to write the same: `<br/>` and `required=""` as JSX prints them, `<br>` and `required` as people do; doctype
    // in any case.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "void-style": "off",
    "doctype-style": "off",
    // Boxes of one name are a list of what is ticked.
    "form-dup-name": ["error", { shared: ["radio", "button", "checkbox", "submit", "reset"] }],
    // Dots in ids are HTML: settings are called by their keys.
    "valid-id": ["error", { relaxed: true }],
    // A headline is as long as it is.
    "long-title": "off",
  },
});

const AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// A story has several authors, each chosen from a list of its own; what was made for boxes cannot say so.
const SAID_SEVERAL_TIMES = /^Duplicate form control name "author"$/;

export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ message }) => !SAID_SEVERAL_TIMES.test(message))
      .map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
  );
}

/** What axe finds on the page as it stands in the browser now. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (rules): Promise<{ id: string; targets: string[] }[]> => {
    const runner: unknown = Reflect.get(globalThis, "axe");
    if (typeof runner !== "object" || runner === null || !("run" in runner) || typeof runner.run !== "function") {
      throw new Error("axe did not start");
    }
    const found = await runner.run({ runOnly: rules, resultTypes: ["violations"] });
    return found.violations.map(
      ({ id, nodes }: { id: string; nodes: { target: string[]; failureSummary: string }[] }) => ({
        id,
        targets: nodes.map(
          ({ target, failureSummary }) => `${target.join(" ")} (${failureSummary.replace(/\s+/g, " ")})`,
        ),
      }),
    );
  }, AXE_RULES);
  return violations.flatMap(({ id, targets }) => targets.map((target) => `${id}: ${target}`));
}

/** All that can be wrong with a page: as it stands in the browser, and its bytes as they came, `html`. */
export async function pageFaults(page: Page, html: string): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await htmlFaults(html)), ...(await widerThanWindow(page))];
}

/** A page that has to be pushed sideways to be read. */
export async function widerThanWindow(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`${over} pixels wider than the window`] : [];
}
