import { expect, test } from "bun:test";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configFrom } from "./config.ts";

const dataWith = (toml: string) => {
  const data = mkdtempSync(join(tmpdir(), "dateline-config-"));
  writeFileSync(join(data, "dateline.toml"), toml);
  return data;
};

test("what nobody set has its default, and the public address follows the port", () => {
  const config = configFrom({}, {});
  expect(config).toMatchObject({ port: 8080, host: "127.0.0.1", url: "http://localhost:8080", trustedProxies: [] });
  expect(configFrom({ port: "9000" }, {}).url).toBe("http://localhost:9000");
});

test("a flag goes before the environment, that before the file, and DATELINE_PORT before PORT", () => {
  const data = dataWith('port = 1\nurl = "https://news.example/"\ntrusted_proxies = ["10.0.0.1", "10.0.0.2"]');
  expect(configFrom({ data }, {})).toMatchObject({
    port: 1,
    url: "https://news.example",
    trustedProxies: ["10.0.0.1", "10.0.0.2"],
  });
  expect(configFrom({ data }, { PORT: "2" }).port).toBe(2);
  expect(configFrom({ data }, { PORT: "2", DATELINE_PORT: "3" }).port).toBe(3);
  expect(configFrom({ data, port: "4" }, { PORT: "2", DATELINE_PORT: "3" }).port).toBe(4);
  expect(configFrom({ data }, { PORT: "2" }).settings).toContainEqual({ name: "port", value: "2", from: "PORT" });
});

test("a setting that cannot be is a sentence that says where it stands", () => {
  expect(() => configFrom({ port: "http" }, {})).toThrow("a port is a whole number from 0 to 65535");
  expect(() => configFrom({}, { DATELINE_URL: "news" })).toThrow("DATELINE_URL");
  expect(() => configFrom({}, { DATELINE_DATABASE: "mysql://x" })).toThrow("postgres://");
  expect(() => configFrom({ data: dataWith("prot = 1") }, {})).toThrow('"prot", which Dateline does not know');
  expect(() => configFrom({ data: dataWith("port = ") }, {})).toThrow("not valid TOML");
  for (const toml of ["[url]\na = 1", "port = true", "host = 5", "trusted_proxies = [1]", 'database = ["a", "b"]']) {
    expect(() => configFrom({ data: dataWith(toml) }, {})).toThrow(/that cannot be read; write it like \w+ = ./);
  }
  expect(() => configFrom({ host: "" }, {})).toThrow("The host in --host is empty");
  for (const url of ["https://ilse:secret@news.example", "https://news.example/?page=1"]) {
    expect(() => configFrom({}, { DATELINE_URL: url })).toThrow("it looks like https://news.example");
  }
});

test("a database's password is masked", () => {
  for (const database of [
    "postgres://desk:secret@db/news",
    "postgres://desk:se@secret@db/news",
    "postgres://desk:se/secret@db/news",
    "postgres://:secret@db/news",
    "postgres://desk@db/news?password=secret",
    "postgres://desk@db/news?sslmode=require&sslpassword=secret",
  ]) {
    const { settings } = configFrom({ database }, {});
    expect(JSON.stringify(settings)).not.toContain("secret");
    expect(JSON.stringify(settings)).toContain("•••");
  }
});

test("pictures may be kept in an object store, whose keys stand in the environment alone and are shown to nobody", () => {
  const keys = { DATELINE_MEDIA_KEY_ID: "strait", DATELINE_MEDIA_KEY: "hidden-words" };
  const data = dataWith('media = "s3://strait-pictures/media/?endpoint=https://store.example/&region=eu-central-1"');
  const { media, settings } = configFrom({ data }, keys);
  expect(media).toEqual({
    endpoint: "https://store.example",
    region: "eu-central-1",
    bucket: "strait-pictures",
    prefix: "media/",
    keyId: "strait",
    secret: "hidden-words",
  });
  expect(JSON.stringify(settings)).not.toContain("hidden-words");
  expect(settings).toContainEqual({ name: "media_key", value: "•••", from: "DATELINE_MEDIA_KEY" });
  expect(configFrom({}, { ...keys, DATELINE_MEDIA: "s3://strait" }).media).toMatchObject({
    endpoint: "https://s3.us-east-1.amazonaws.com",
    prefix: "",
  });
  expect(configFrom({}, keys).media).toBeUndefined();
  expect(() => configFrom({ data }, {})).toThrow("DATELINE_MEDIA_KEY");
  expect(() => configFrom({}, { ...keys, DATELINE_MEDIA: "/srv/pictures" })).toThrow("s3://bucket");
  expect(() => configFrom({}, { ...keys, DATELINE_MEDIA: "s3://key:secret@strait" })).toThrow("environment alone");
  expect(() => configFrom({ data: dataWith('media_key = "x"') }, {})).toThrow("does not know");
});
