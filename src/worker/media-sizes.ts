/** Makes the widths and types pages ask for out of a picture. What was made by a try that failed is made again, and kept once. */
import { z } from "zod";
import { keepRenditions } from "#agency/media/actions.ts";
import { fileName } from "#agency/media/media.ts";
import { libraryPicture } from "#agency/media/queries.ts";
import { sizesOf } from "#outside/pictures.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function mediaSizes({ files }: Outside): Handler {
  return handler(z.object({ id: z.string() }), async ({ id }, { db, signal }) => {
    const picture = await libraryPicture(db, id);
    const file = picture && (await files.open(nameOf(picture)));
    if (!picture || !file) throw new Error(`the picture ${id} has no file`);
    const bytes = new Uint8Array(await new Response(file.stream).arrayBuffer());
    const renditions = [];
    for await (const { bytes: made, ...size } of sizesOf({ bytes, width: picture.width })) {
      if (signal.aborted) return;
      await files.keep(nameOf({ id, ...size }, size.width), made);
      renditions.push({ ...size, bytes: made.byteLength });
    }
    await keepRenditions(db, { id, renditions });
  });
}

function nameOf({ id, type }: { id: string; type: string }, width?: number): string {
  const name = fileName(id, type, width);
  if (name === undefined) throw new Error(`pictures of type ${type} have no files`);
  return name;
}
