import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { proofFile, readCheckpoint, signedCheckpoint } from "./checkpoint.ts";
import {
  checkedBy,
  cosignedAt,
  cosignedText,
  readNote,
  readVkey,
  signatureLine,
  signedNote,
  signerFrom,
  vkeyOf,
} from "./note.ts";
import { bundleOf, entriesIn, nameOfTile, tileNamed, tilesOf, widthOfTile } from "./tiles.ts";
import {
  consistencyProof,
  EMPTY_ROOT,
  GrowingTree,
  type Hash,
  hashOfTile,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  type ReadTile,
  rootAt,
} from "./tree.ts";

/** RFC 6962 §2.1 to the letter, out of all the leaves. */
function treeHash(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  if (leaves.length === 0) return createHash("sha256").digest();
  let middle = 1;
  while (middle * 2 < leaves.length) middle *= 2;
  return nodeHash(treeHash(leaves.slice(0, middle)), treeHash(leaves.slice(middle)));
}

const LEAVES = Array.from({ length: 1_000 }, (_, number) => leafHash(`entry ${number}`));

function tilesFrom(leaves: readonly Hash[]): ReadTile {
  return async ({ level, number, width }) =>
    Buffer.concat(
      Array.from({ length: width }, (_, at) => {
        const count = 256 ** level;
        const from = (number * 256 + at) * count;
        return treeHash(leaves.slice(from, from + count));
      }),
    );
}

// Around every power of two a tree changes its shape.
const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 255, 256, 257, 511, 512, 513, 768, 1_000];

test("roots out of tiles, and of a tree that grows, are those of RFC 6962", async () => {
  const growing = new GrowingTree();
  expect(growing.root()).toEqual(EMPTY_ROOT);
  for (const leaf of LEAVES) {
    growing.append(leaf);
    if (!SIZES.includes(growing.size)) continue;
    const whole = treeHash(LEAVES.slice(0, growing.size));
    expect(hex(growing.root())).toBe(hex(whole));
    expect(hex(await rootAt(growing.size, tilesFrom(LEAVES)))).toBe(hex(whole));
  }
  expect(hex(hashOfTile(LEAVES.slice(0, 256)))).toBe(hex(treeHash(LEAVES.slice(0, 256))));
});

// Published with RFC 6962 by its authors: the tree of these eight leaves.
test("the tree of Certificate Transparency's own eight leaves has the published roots", () => {
  const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const roots = leaves.map((_, at) =>
    hex(treeHash(leaves.slice(0, at + 1).map((leaf) => leafHash(Buffer.from(leaf, "hex"))))),
  );
  expect([roots[0], roots[1], roots[7]]).toEqual([
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]);
});

test("every leaf is proved in every tree, and nothing else is", async () => {
  for (const size of SIZES) {
    const root = treeHash(LEAVES.slice(0, size));
    for (const index of new Set([0, 1, size >> 1, size - 2, size - 1].filter((one) => one >= 0 && one < size))) {
      const leaf = LEAVES[index] ?? EMPTY_ROOT;
      const proof = await inclusionProof(index, size, tilesFrom(LEAVES));
      const claim = { index, size, leaf, proof, root };
      expect([size, index, isIncluded(claim)]).toEqual([size, index, true]);
      const lies = [
        { ...claim, index: index + 1 },
        { ...claim, index: index ^ 1 },
        { ...claim, leaf: EMPTY_ROOT },
        { ...claim, root: leafHash("other") },
        { ...claim, proof: [...proof, root] },
        { ...claim, proof: [leaf, ...proof] },
        { ...claim, leaf: leaf.subarray(1) },
        ...(proof.length > 0
          ? [
              { ...claim, proof: proof.slice(1) },
              { ...claim, proof: proof.slice(0, -1) },
            ]
          : []),
        ...proof.map((_, at) => ({
          ...claim,
          proof: proof.map((hash, place) => (place === at ? flipped(hash) : hash)),
        })),
      ];
      expect(lies.filter(isIncluded)).toEqual([]);
    }
  }
});

test("every tree is shown to go on from every earlier one, and from no other", async () => {
  for (const to of SIZES) {
    for (const from of [...SIZES.filter((size) => size <= to), to >> 1].filter((size) => size > 0)) {
      const [one, other] = [from, to].map((size) => ({ size, root: treeHash(LEAVES.slice(0, size)) }));
      if (!one || !other) throw new Error("two sizes give two trees");
      const proof = await consistencyProof(from, to, tilesFrom(LEAVES));
      expect([from, to, isConsistent(one, other, proof)]).toEqual([from, to, true]);
      const forged = [
        isConsistent({ ...one, root: leafHash("other") }, other, proof),
        isConsistent(one, { ...other, root: leafHash("other") }, proof),
        isConsistent(one, other, [...proof, one.root]),
        ...(from < to ? [isConsistent(other, one, proof), isConsistent({ ...one, size: from + 1 }, other, proof)] : []),
        ...proof.map((_, at) =>
          isConsistent(
            one,
            other,
            proof.map((hash, place) => (place === at ? flipped(hash) : hash)),
          ),
        ),
        ...(proof.length > 0
          ? [isConsistent(one, other, proof.slice(1)), isConsistent(one, other, proof.slice(0, -1))]
          : []),
      ];
      expect([from, to, forged.includes(true)]).toEqual([from, to, false]);
    }
  }
});

test("sizes beyond 32 bits are reckoned with whole", async () => {
  const size = 2 ** 40 + 3;
  const same = leafHash("the same everywhere");
  const read: ReadTile = async ({ level, width }) => {
    let hash = same;
    for (let height = 0; height < level * 8; height++) hash = nodeHash(hash, hash);
    return Buffer.concat(Array.from({ length: width }, () => hash));
  };
  const root = await rootAt(size, read);
  const proof = await inclusionProof(2 ** 40 + 1, size, read);
  expect(isIncluded({ index: 2 ** 40 + 1, size, leaf: same, proof, root })).toBe(true);
  expect(isIncluded({ index: 2 ** 40 + 2, size, leaf: same, proof, root })).toBe(false);
  const from = { size: 2 ** 33 + 5, root: await rootAt(2 ** 33 + 5, read) };
  expect(isConsistent(from, { size, root }, await consistencyProof(from.size, size, read))).toBe(true);
});

test("a log of 70,000 entries has the tiles the specification says", () => {
  const names = [...tilesOf(70_000)].map(nameOfTile);
  expect(names.length).toBe(273 + 1 + 1 + 1 + 1);
  expect(names.slice(0, 2)).toEqual(["0/000", "0/001"]);
  expect(names.slice(272)).toEqual(["0/272", "0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1"]);
  expect([...tilesOf(256)].map(nameOfTile)).toEqual(["0/000", "1/000.p/1"]);
  expect([...tilesOf(0)]).toEqual([]);
  expect(widthOfTile(70_000, { level: "entries", number: 273 })).toBe(112);
  expect(widthOfTile(70_000, { level: 0, number: 274 })).toBe(0);
});

const NAMES: readonly { rule: string; name: string; tile?: ReturnType<typeof tileNamed> }[] = [
  {
    rule: "a large number goes in steps of three",
    name: "0/x001/x234/067",
    tile: { level: 0, number: 1_234_067, width: 256 },
  },
  { rule: "a partial tile says its width", name: "1/001.p/17", tile: { level: 1, number: 1, width: 17 } },
  {
    rule: "entries are named like tiles",
    name: "entries/x001/000.p/255",
    tile: { level: "entries", number: 1_000, width: 255 },
  },
  { rule: "level 63 is the last", name: "63/000", tile: { level: 63, number: 0, width: 256 } },
  { rule: "there is no level 64", name: "64/000" },
  { rule: "a level has no zero before it", name: "00/000" },
  { rule: "a width has no zero before it", name: "0/000.p/07" },
  { rule: "a full tile is not called partial", name: "0/000.p/256" },
  { rule: "no tile is empty", name: "0/000.p/0" },
  { rule: "a step has three digits", name: "0/1" },
  { rule: "no step is added before a small number", name: "0/x000/001" },
  { rule: "every step but the last has its x", name: "0/001/234" },
  { rule: "and the last has none", name: "0/x001" },
  { rule: "other words are no level", name: "entry/000" },
];

for (const { rule, name, tile } of NAMES) {
  test(`tiles: ${rule}`, () => {
    expect(tileNamed(name)).toEqual(tile);
    if (tile) expect(nameOfTile(tile)).toBe(name);
  });
}

test("a bundle gives its entries back, and one cut off is refused", () => {
  const entries = ["one", "", "ž".repeat(300), "{}"];
  const bundle = bundleOf(entries);
  expect([...bundle.subarray(0, 5)]).toEqual([0, 3, 111, 110, 101]);
  expect(entriesIn(bundle).map((entry) => Buffer.from(entry).toString())).toEqual(entries);
  expect(() => entriesIn(bundle.subarray(0, -1))).toThrow("cut off");
  expect(() => entriesIn(Uint8Array.of(0))).toThrow("cut off");
  expect(() => bundleOf(["x".repeat(65_536)])).toThrow("too long");
});

// The key and the note of the specification itself (C2SP signed-note, "Example").
const EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const EXAMPLE_NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

test("the note of the specification is good, and not when a letter of it changes", () => {
  const key = readVkey(EXAMPLE_KEY);
  const note = readNote(EXAMPLE_NOTE);
  if (!key || !note) throw new Error("the example is a note");
  expect(vkeyOf(key)).toBe(EXAMPLE_KEY);
  expect(checkedBy(note, key)).toBe("good");
  expect(signedNote(note.text, note.signatures)).toBe(EXAMPLE_NOTE);
  expect(checkedBy({ ...note, text: note.text.replace("example", "Example") }, key)).toBe("bad");
  expect(checkedBy(note, { ...key, id: key.id + 1 })).toBe("missing");
  expect(checkedBy({ ...note, signatures: [] }, key)).toBe("missing");
});

test("what is no note, and no key, is taken for none", () => {
  for (const written of [
    "",
    "text\n",
    "text\n\n",
    "text\n\n- a AAAAAAA=\n",
    "text\n\n— a b\n",
    "te\u0007xt\n\n— a AAAAAAA=\n",
    EXAMPLE_NOTE.slice(0, -1),
  ])
    expect(readNote(written)).toBeUndefined();
  const [name, id, key] = EXAMPLE_KEY.split("+");
  for (const vkey of ["", `${name}+${id}`, `${name}x+${id}+${key}`, `${name}+530d903b+${key}`, `${name}+${id}+${key}=`])
    expect(readVkey(vkey)).toBeUndefined();
});

test("a checkpoint says origin, size and root, and its signature holds", () => {
  const signer = signerFrom("news.example/log", Buffer.alloc(32, 7));
  const written = signedCheckpoint(3, treeHash(LEAVES.slice(0, 3)), signer);
  const checkpoint = readCheckpoint(written);
  const key = readVkey(signer.vkey);
  if (!checkpoint || !key) throw new Error("what was signed is a checkpoint");
  expect(checkpoint).toMatchObject({ origin: "news.example/log", size: 3 });
  expect(hex(checkpoint.root)).toBe(hex(treeHash(LEAVES.slice(0, 3))));
  expect(checkedBy(checkpoint.note, key)).toBe("good");
  expect(signedCheckpoint(3, checkpoint.root, signer)).toBe(written);
  for (const wrong of [written.replace("\n3\n", "\n03\n"), written.replace("\n3\n", "\n-3\n"), EXAMPLE_NOTE, ""])
    expect(readCheckpoint(wrong)).toBeUndefined();
  expect(proofFile({ index: 2, proof: [EMPTY_ROOT], checkpoint: written })).toBe(
    `c2sp.org/tlog-proof@v1\nindex 2\n${Buffer.from(EMPTY_ROOT).toString("base64")}\n\n${written}`,
  );
});

test("a witness's cosignature holds for its moment alone", async () => {
  const { sign, generateKeyPairSync } = await import("node:crypto");
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = publicKey.export({ format: "der", type: "spki" }).subarray(12);
  const name = "witness.example/w1";
  const id = createHash("sha256").update(`${name}\n`).update(Uint8Array.of(4)).update(bytes).digest().readUInt32BE();
  const verifier = readVkey(vkeyOf({ name, id, kind: "cosignature", publicKey: bytes }));
  if (!verifier) throw new Error("a cosignature key is a key");
  const text = "news.example/log\n1\nAAAA\n";
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(1_800_000_000n);
  const cosignature = Buffer.concat([time, sign(null, Buffer.from(cosignedText(text, 1_800_000_000n)), privateKey)]);
  const note = readNote(`${text}\n${signatureLine({ name, id, bytes: cosignature })}`);
  if (!note) throw new Error("what was signed is a note");
  expect(checkedBy(note, verifier)).toBe("good");
  expect(cosignedAt({ bytes: cosignature }).toISOString()).toBe("2027-01-15T08:00:00.000Z");
  const later = Buffer.from(cosignature);
  later.writeBigUInt64BE(1_800_000_001n);
  expect(checkedBy({ text, signatures: [{ name, id, bytes: later }] }, verifier)).toBe("bad");
});

const CORPUS = join(process.env["DATELINE_CORPORA"] ?? "", "merkle", "testdata");

test("the vectors of transparency-dev/merkle come out as they say, where they are at hand", () => {
  if (!process.env["DATELINE_CORPORA"] || !existsSync(CORPUS)) {
    // Named instead of skipped: the vectors above are this program's own and always run.
    process.stderr.write(
      "The vectors of transparency-dev/merkle were not read: they are not in DATELINE_CORPORA/merkle/testdata.\n",
    );
    return;
  }
  const wrong: string[] = [];
  let read = 0;
  for (const kind of ["consistency", "inclusion"]) {
    for (const name of readdirSync(join(CORPUS, kind), { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".json")) continue;
      read += 1;
      const vector = vectorFile.parse(JSON.parse(readFileSync(join(CORPUS, kind, name), "utf8")));
      if (isRight(vector) === vector.wantErr) wrong.push(`${kind}/${name}: ${vector.desc}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThanOrEqual(190);
});

// As the files of transparency-dev/merkle have them; bytes are base64.
const bytesField = z.string().nullable();
const everyVector = { desc: z.string(), wantErr: z.boolean(), proof: z.array(z.string()).nullable() };
const vectorFile = z.union([
  z.object({ ...everyVector, leafIdx: z.number(), treeSize: z.number(), leafHash: bytesField, root: bytesField }),
  z.object({ ...everyVector, size1: z.number(), size2: z.number(), root1: bytesField, root2: bytesField }),
]);
type Vector = z.infer<typeof vectorFile>;

function isRight({ desc: _, wantErr: __, ...vector }: Vector): boolean {
  const bytes = (code: string | null) => Buffer.from(code ?? "", "base64");
  const proof = (vector.proof ?? []).map(bytes);
  if ("leafIdx" in vector) {
    const { leafIdx: index, treeSize: size } = vector;
    return isIncluded({ index, size, leaf: bytes(vector.leafHash), proof, root: bytes(vector.root) });
  }
  return isConsistent(
    { size: vector.size1, root: bytes(vector.root1) },
    { size: vector.size2, root: bytes(vector.root2) },
    proof,
  );
}

function hex(hash: Hash): string {
  return Buffer.from(hash).toString("hex");
}

function flipped(hash: Hash): Hash {
  const other = Uint8Array.from(hash);
  other[4] = (other[4] ?? 0) ^ 16;
  return other;
}
