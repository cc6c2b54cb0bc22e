/** Pictures in the text: the picture itself, its caption to be written in, its credit. */
import type { NodeViewRenderer } from "@tiptap/core";

/** How a picture is shown; an id nothing is known of shows its words alone. */
export function pictureView(addresses: ReadonlyMap<string, string>): () => NodeViewRenderer {
  return () =>
    ({ node }) => {
      const dom = document.createElement("figure");
      const image = document.createElement("img");
      const contentDOM = document.createElement("figcaption");
      const credit = document.createElement("p");
      dom.className = "picture";
      credit.className = "credit";
      credit.contentEditable = "false";
      dom.append(image, contentDOM, credit);
      const show = (attrs: Readonly<Record<string, unknown>>) => {
        const src = addresses.get(String(attrs["media"]));
        if (src !== undefined) image.src = src;
        image.alt = String(attrs["alt"]);
        credit.textContent = String(attrs["credit"]);
      };
      show(node.attrs);
      return {
        dom,
        contentDOM,
        update(changed) {
          if (changed.type !== node.type) return false;
          show(changed.attrs);
          return true;
        },
      };
    };
}
