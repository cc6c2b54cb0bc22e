/** What most journeys stand on: a server and a Chromium, there before the first test of a file and gone after the last. */
import { mkdir, rm } from "node:fs/promises";
import { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser, openServer, type Server, type ServerOptions } from "./browser.ts";

/** To be looked into when a test runs: both are opened before all of them. */
export type Opened = { readonly browser: Browser; readonly server: Server };

/** Registers both with the runner, and the folder pictures go to, emptied. */
export function openedFor(folder?: string, options: ServerOptions = {}): Opened {
  let server: Awaited<ReturnType<typeof openServer>> | undefined;
  let browser: Browser | undefined;
  before(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    if (folder !== undefined) await mkdir(folder, { recursive: true });
    [server, browser] = await Promise.all([openServer(options), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get browser() {
      return there(browser);
    },
    get server() {
      return there(server);
    },
  };
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("The server and the browser are opened before the first test.");
  return thing;
}
