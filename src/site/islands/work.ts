/** A worker: does the work before a reply beside the page, so that typing is never slow. */
import { workOf } from "./digest.ts";

self.addEventListener("message", ({ data }: MessageEvent<{ readonly token: string; readonly bits: number }>) =>
  self.postMessage(workOf(data.token, data.bits)),
);
