/** What most journeys stand on: a server and a Chromium, there before the first test of a file and gone after the last. */
import { mkdir, rm } from "node:fs/promises";
import { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser, openServer, type Server, type ServerOptions } from "./browser.ts";

/** To be looked into when a test runs: both are opened before all of them. */
export type Opened = { readonly browser: Browser; readonly server: Server };

type Wanted = ServerOptions & {
  /** Where pictures go; emptied. */
  readonly folder?: string;
  /** What a file's tests begin with, in the same hook: hooks of a file that stand side by side are not waited for in turn. */
  readonly ready?: (opened: Opened) => Promise<void>;
};

/** Registers both with the runner. */
export function openedFor({ folder, ready, ...options }: Wanted = {}): Opened {
  let server: Awaited<ReturnType<typeof openServer>> | undefined;
  let browser: Browser | undefined;
  before(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    if (folder !== undefined) await mkdir(folder, { recursive: true });
    [server, browser] = await Promise.all([openServer(options), openBrowser()]);
    await ready?.(opened);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  const opened: Opened = {
    get browser() {
      return there(browser);
    },
    get server() {
      return there(server);
    },
  };
  return opened;
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("The server and the browser are opened before the first test.");
  return thing;
}
