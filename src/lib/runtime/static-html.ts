/** A printed page as it can stand in a folder: what only a running site can do is taken out, and its addresses become ways. */

/** The way that is written for an address of ours; nothing for one that is not in the copy. */
export type Way = (address: string) => string | undefined;

/** What a copy cannot do: take a form, search, answer somebody. */
const OF_A_RUNNING_SITE = ["form", "search", "p.act"];

/** The page with every address rewritten; `way` is asked for each of them once a use. */
export function staticHtml(html: string, way: Way): string {
  const rewriter = new HTMLRewriter();
  for (const selector of OF_A_RUNNING_SITE) rewriter.on(selector, { element: (element) => void element.remove() });
  for (const name of ["href", "src"])
    rewriter.on(`[${name}]`, {
      element(element) {
        const address = element.getAttribute(name) ?? "";
        if (!isOurs(address)) return;
        const written = way(unescaped(address));
        if (written !== undefined) element.setAttribute(name, escaped(written));
        else if (element.tagName === "a") element.remove();
        else element.removeAttribute(name);
      },
    });
  rewriter.on("[srcset]", {
    element(element) {
      const sizes = (element.getAttribute("srcset") ?? "").split(",").map((size) => {
        const [address = "", ...width] = size.trim().split(/\s+/);
        return [(isOurs(address) && way(unescaped(address))) || address, ...width].join(" ");
      });
      element.setAttribute("srcset", escaped(sizes.join(", ")));
    },
  });
  return rewriter.transform(html);
}

/** A path of this site, and not the address of another without its scheme. */
function isOurs(address: string): boolean {
  return address.startsWith("/") && !address.startsWith("//");
}

// Attributes are handed over as they are written.
function unescaped(written: string): string {
  return written.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

function escaped(said: string): string {
  return said.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
