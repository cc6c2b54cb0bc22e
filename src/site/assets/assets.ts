/**
 * The files the pages need, read once and given names that hold their digest, so that
 * a browser may keep them for ever. Who answers for `/assets/…` is left to the site.
 */
import { readFileSync } from "node:fs";
import { type Asset, assetOf } from "#lib/assets.ts";
import { minified } from "#lib/minify.ts";
import sheet from "../styles/paper.css" with { type: "file" };
import type { AssetAddresses, Script } from "../views/values.ts";
import markaziArabic from "./fonts/markazi-arabic.woff2" with { type: "file" };
import markaziLatin from "./fonts/markazi-latin.woff2" with { type: "file" };
import spectralCyrillic from "./fonts/spectral-cyrillic-500.woff2" with { type: "file" };
import spectralCyrillicItalic from "./fonts/spectral-cyrillic-500-italic.woff2" with { type: "file" };
import spectralCyrillicBold from "./fonts/spectral-cyrillic-600.woff2" with { type: "file" };
import spectralLatin from "./fonts/spectral-latin-500.woff2" with { type: "file" };
import spectralLatinItalic from "./fonts/spectral-latin-500-italic.woff2" with { type: "file" };
import spectralLatinBold from "./fonts/spectral-latin-600.woff2" with { type: "file" };
import icon from "./icon.svg" with { type: "file" };
import touchIcon from "./touch-icon.png" with { type: "file" };

export type Assets = { readonly addresses: AssetAddresses; readonly files: readonly Asset[] };

// By the names the stylesheet knows them by.
const FACES = {
  "markazi-arabic": markaziArabic,
  "markazi-latin": markaziLatin,
  "spectral-cyrillic-500": spectralCyrillic,
  "spectral-cyrillic-500-italic": spectralCyrillicItalic,
  "spectral-cyrillic-600": spectralCyrillicBold,
  "spectral-latin-500": spectralLatin,
  "spectral-latin-500-italic": spectralLatinItalic,
  "spectral-latin-600": spectralLatinBold,
};

// What the first screen of every page is set in. Figures and signs of Cyrillic pages are Latin faces' too.
const NEEDED: Readonly<Record<Script, readonly (keyof typeof FACES)[]>> = {
  latin: ["spectral-latin-600", "spectral-latin-500"],
  cyrillic: ["spectral-cyrillic-600", "spectral-cyrillic-500"],
  arabic: ["markazi-arabic"],
};

let made: Assets | undefined;

/** Read once a process. */
export function assets(): Assets {
  made ??= readAssets();
  return made;
}

function readAssets(): Assets {
  const faces = Object.entries(FACES).map(
    ([name, file]) => [name, assetOf(name, "woff2", readFileSync(file))] as const,
  );
  const addressOfFace = new Map<string, string>(faces.map(([name, { address }]) => [name, address]));
  const styles = assetOf(
    "paper",
    "css",
    Buffer.from(withAddresses(minified(readFileSync(sheet, "utf8")), addressOfFace)),
  );
  const icons = {
    icon: assetOf("icon", "svg", readFileSync(icon)),
    touchIcon: assetOf("touch-icon", "png", readFileSync(touchIcon)),
  };
  const needed = (script: Script) => NEEDED[script].flatMap((name) => addressOfFace.get(name) ?? []);
  return {
    addresses: {
      styles: styles.address,
      icon: icons.icon.address,
      touchIcon: icons.touchIcon.address,
      faces: { latin: needed("latin"), cyrillic: needed("cyrillic"), arabic: needed("arabic") },
    },
    files: [styles, icons.icon, icons.touchIcon, ...faces.map(([, face]) => face)],
  };
}

/** The sheet names faces by their files; a page asks for them by their digests. */
function withAddresses(css: string, addressOfFace: ReadonlyMap<string, string>): string {
  return css.replaceAll(/url\("?fonts\/([\w-]+)\.woff2"?\)/g, (_, name: string) => {
    const address = addressOfFace.get(name);
    if (address === undefined) throw new Error(`the stylesheet names the face ${name}, which is not among the assets`);
    return `url(${address})`;
  });
}
