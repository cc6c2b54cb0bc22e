/** Pictures made for a test: honest ones in every kind, with words in them, and hostile ones. */
import sharp from "sharp";

export type Drawn = {
  readonly width?: number;
  readonly height?: number;
  /** Two colours, left and right: which side is which shows after turning and cropping. */
  readonly colours?: readonly [string, string];
};

/** A picture whose left half and right half have each one colour. */
export function halves({ width = 60, height = 40, colours = ["#d02020", "#2020d0"] }: Drawn = {}) {
  const [left, right] = colours;
  return sharp({ create: { width, height, channels: 3, background: left } }).composite([
    {
      input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: right } },
      gravity: "east",
    },
  ]);
}

export async function jpeg(drawn: Drawn = {}): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await halves(drawn).jpeg({ quality: 95 }).toBuffer());
}

/** A form with files, as a browser sends it. */
export function formWith(
  field: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly type?: string }[],
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const { name, bytes, type = "image/jpeg" } of files) form.append(field, new File([bytes], name, { type }));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
