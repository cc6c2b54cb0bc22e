/** Processes that answer on one port side by side, the system dealing connections out among them. One that ends is started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { Refused } from "./command.ts";

export type Workers = { readonly stop: () => Promise<void> };

type Started = {
  readonly count: number;
  /** What each of them is: a program and its words. */
  readonly command: readonly string[];
  readonly report: (sentence: string) => void;
};

// One that ends at once, whatever the reason, must not take the machine with it.
const AGAIN_AFTER_MS = 1_000;
// Readers who are being answered are waited for, but not for ever.
const STOPS_WITHIN_MS = 15_000;

/** Answers when all of them listen; refused when one ends before it does. */
export async function startWorkers({ count, command, report }: Started): Promise<Workers> {
  const [file = "", ...words] = command;
  const running = new Set<ChildProcess>();
  let stopping = false;

  /** Ends with the process that started it, however that one ends: the channel between them closes. */
  function start(): ChildProcess {
    const child = spawn(file, words, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  }

  function keepRunning(child: ChildProcess): void {
    child.once("exit", (status, signal) => {
      if (stopping) return;
      report(`a process of the site ended with ${signal ?? status} and is started again`);
      setTimeout(() => {
        if (!stopping) keepRunning(start());
      }, AGAIN_AFTER_MS).unref();
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    const ends = [...running].map((child) => new Promise((resolve) => child.once("exit", resolve)));
    for (const child of running) child.kill("SIGTERM");
    const late = setTimeout(() => {
      for (const child of running) child.kill("SIGKILL");
    }, STOPS_WITHIN_MS);
    await Promise.all(ends);
    clearTimeout(late);
  }

  const first = Array.from({ length: count }, start);
  try {
    await Promise.all(first.map(listening));
  } catch (error) {
    await stop();
    throw error;
  }
  first.forEach(keepRunning);
  return { stop };
}

/** A child says so by its first message. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("error", reject);
    child.once("exit", () => reject(new Refused("A process of the site ended before it could answer anybody.")));
  });
}
