/** Pages in the states a journey brought them to, for everybody's eyes and hands: without a fault, and pictured. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Role } from "../src/agency/staff/staff.ts";
import { signedIn } from "./colleague.ts";
import { pageFaults } from "./faults.ts";
import { looks } from "./looks.ts";
import type { Opened } from "./opened.ts";

// Each page of the desk is seen in other looks by a journey of its own (screenshots-desk).
const EYES = {
  everyDay: [{ language: "ar", colorScheme: "light", width: 390 }],
  more: [{ language: "ru", colorScheme: "dark", width: 390 }],
} as const;

type Looked = {
  /** "the register is for everybody" */
  readonly title: string;
  readonly role: Role;
  /** Where the pictures go; there already. */
  readonly folder: string;
  readonly here: Opened;
  /** Names of pictures, and the path each is of. */
  readonly paths: (page: Page, language: string) => Promise<Readonly<Record<string, string>>>;
};

/** One test for each of {@link looks}: axe, valid HTML, nothing wider than the window. */
export function forEverybody({ title, role, folder, here, paths }: Looked): void {
  for (const { language, colorScheme, width } of looks(EYES)) {
    test(`${title}: ${language}, ${colorScheme}, ${width} pixels`, async () => {
      const { browser, server } = here;
      const who = { name: `Olga-${language}-${width}`, role, language };
      const context = await signedIn(browser, server, who, { colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const faults: string[] = [];
      for (const [name, path] of Object.entries(await paths(page, language))) {
        const response = await page.goto(server.address + path);
        assert.equal(response?.status(), 200, path);
        const found = await pageFaults(page, (await response?.text()) ?? "");
        faults.push(...found.map((fault) => `${path}: ${fault}`));
        await page.screenshot({ path: `${folder}/${name}-${language}-${width}-${colorScheme}.png`, fullPage: true });
      }
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
}
