/** Settings, each read here and nowhere else: flags, then `DATELINE_*`, then `dateline.toml` in the data directory. */

export type Config = {
  /** Absolute path of the data directory. */
  readonly data: string;
  /** `postgres://…`, or nothing for SQLite in the data directory. */
  readonly database: string | undefined;
  readonly port: number;
  readonly host: string;
  /** The public address, without a slash at its end; never the request's `Host`. */
  readonly url: string;
  readonly trustedProxies: readonly string[];
};
