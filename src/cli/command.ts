/** What a command of the operator is: its words, its options, what it does. `program.ts` hands it the world. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Config } from "../config.ts";

/** 0 done, 1 refused or findings that block, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

export type World = {
  /** Standard input, as bytes; the command decodes them, and stops reading where it has too much. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Results. */
  readonly out: (text: string) => void;
  /** When whoever reads the results has taken what there is; a command that prints much waits for it. */
  readonly drained?: () => Promise<void>;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  readonly errIsTerminal: boolean;
  readonly now: () => Date;
  readonly config: (given: { readonly data?: string | undefined; readonly database?: string | undefined }) => Config;
};

type Options = NonNullable<ParseArgsConfig["options"]>;
export type Given = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

export type Command = {
  /** `register import` */
  readonly name: string;
  /** `register import FILE [--dry-run]` */
  readonly synopsis: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** What `--help` prints below the synopsis: options and an example, ready to print. */
  readonly help: string;
  readonly options: Options;
  readonly run: (given: Given, world: World) => Promise<ExitStatus>;
};

/** A mistake in how a command was called; its message is a sentence that says what to do. Exit status 2. */
export class WrongUsage extends Error {}
/** What the operator asked for cannot be; its message is a sentence that says what to do. Exit status 1. */
export class Refused extends Error {}

/** The words after a command's name, parsed; unknown options throw `WrongUsage`. */
export function given(command: Command, words: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...command.options, help: { type: "boolean" }, json: { type: "boolean" } },
      allowPositionals: true,
      strict: true,
    });
    return { values, positionals };
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export function textOption({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

export function textOptions({ values }: Given, name: string): readonly string[] {
  const value = values[name];
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === "string");
}

export function isOn({ values }: Given, name: string): boolean {
  return values[name] === true;
}
