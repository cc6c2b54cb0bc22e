/** Files: the site's own under names that hold their digest, pictures under theirs. Both may be kept for ever. */
import { topicOfFile, typeOfFile } from "#agency/media/media.ts";
import type { Asset } from "#lib/assets.ts";
import type { Files } from "#lib/files.ts";
import { dependsOn } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

type Missing = (request: Request) => Promise<Response>;

/** `assets` is asked for a file by its address; some are made only when somebody wants them. */
export function fileRoutes(
  assets: (address: string) => Promise<Asset | undefined>,
  files: Files,
  notFound: Missing,
): Route[] {
  return [
    {
      method: "GET",
      address: "/assets/{file}",
      kept: "pages",
      async answer({ path, request }) {
        const file = await assets(path);
        if (!file) return notFound(request);
        const headers = new Headers({ "content-type": file.type, "cache-control": FOR_EVER });
        dependsOn(headers, ["assets", "settings"]);
        return new Response(new Uint8Array(file.bytes), { headers });
      },
    },
    {
      method: "GET",
      address: "/media/{file}",
      kept: "not-kept",
      answer: ({ steps, request }) => picture(files, steps["file"] ?? "", request, notFound),
    },
  ];
}

/** A picture is named by its bytes, so whoever has the name has the picture. */
async function picture(files: Files, name: string, request: Request, notFound: Missing): Promise<Response> {
  const type = typeOfFile(name);
  const file = type && (await files.open(name));
  if (!type || !file) return notFound(request);
  const headers = new Headers({ "content-type": type, "cache-control": FOR_EVER, etag: `"${name}"` });
  dependsOn(headers, [topicOfFile(name)]);
  if (request.headers.get("if-none-match")?.includes(`"${name}"`)) {
    await file.stream.cancel();
    return new Response(null, { status: 304, headers });
  }
  headers.set("content-length", String(file.bytes));
  return new Response(file.stream, { headers });
}
