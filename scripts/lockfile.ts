/**
 * Reads package-lock.json for what `npm ci` and a stranger's network need of it: no registry's host, an integrity for
 * what is installed, and every platform's build of a package. `--write` adds the builds that are left out.
 */
import { readFileSync, writeFileSync } from "node:fs";

type Package = {
  readonly version?: string;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lockfile = { readonly packages: Readonly<Record<string, Package>> };

/** One sentence for each thing wrong; an empty list when the lockfile is as it should be. */
export function lockfileFaults({ packages }: Lockfile): string[] {
  return [
    ...Object.entries(packages).flatMap(([path, { resolved, integrity, optional }]) => [
      ...(resolved?.includes("://")
        ? [`${path} names the host it came from; keep omit-lockfile-registry-resolved in .npmrc.`]
        : []),
      ...(path !== "" && integrity === undefined && !optional ? [`${path} has no integrity.`] : []),
    ]),
    ...leftOut({ packages }).map(
      ({ name, of }) => `${name}, an optional part of ${of}, is left out; run npm run lockfile.`,
    ),
  ];
}

/**
 * The same lockfile with the builds for other platforms that were left out. npm leaves them out when the registry it
 * asked has no copy, and then refuses `npm ci` on every platform. They stand without an integrity, which only the
 * platforms they are for would check.
 */
export function withEveryPlatform(lockfile: Lockfile): Lockfile {
  const packages: Record<string, Package> = { ...lockfile.packages };
  for (const { name, of, version } of leftOut(lockfile)) {
    const platform = platformOf(name);
    const parent = lockfile.packages[of];
    if (!platform || !parent) continue;
    const { dev, license, engines } = parent;
    packages[`node_modules/${name}`] = {
      version,
      cpu: [platform.cpu],
      ...(dev ? { dev } : {}),
      ...(platform.libc ? { libc: [platform.libc] } : {}),
      ...(license ? { license } : {}),
      optional: true,
      os: [platform.os],
      ...(engines ? { engines } : {}),
    };
  }
  const paths = Object.keys(packages).sort((a, b) => a.localeCompare(b, "en"));
  return { ...lockfile, packages: Object.fromEntries(paths.flatMap((path) => pair(packages, path))) };
}

function pair(packages: Record<string, Package>, path: string): [string, Package][] {
  const one = packages[path];
  return one ? [[path, one]] : [];
}

function leftOut({ packages }: Lockfile): { readonly name: string; readonly of: string; readonly version: string }[] {
  return Object.entries(packages).flatMap(([of, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${of}/node_modules/${name}`])
      .map(([name, version]) => ({ name, of, version })),
  );
}

/** `@biomejs/cli-linux-x64-musl`: system, processor and C library stand at the end of such names. */
function platformOf(name: string): { os: string; cpu: string; libc?: "musl" | "glibc" } | undefined {
  const [, os, cpu, abi = ""] =
    /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(arm64|arm|ia32|x64|ppc64|riscv64|s390x|loong64)(?:-([a-z]+))?$/.exec(
      name,
    ) ?? [];
  if (!os || !cpu) return undefined;
  if (os !== "linux") return { os, cpu };
  return abi.startsWith("musl")
    ? { os, cpu, libc: "musl" }
    : abi.startsWith("gnu")
      ? { os, cpu, libc: "glibc" }
      : { os, cpu };
}

if (import.meta.main) {
  const lockfile: Lockfile = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const write = process.argv.includes("--write");
  const wanted = write ? withEveryPlatform(lockfile) : lockfile;
  if (write) writeFileSync("package-lock.json", `${JSON.stringify(wanted, null, 2)}\n`);
  const faults = lockfileFaults(wanted);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
