/** A printed view as a page is sent: with its doctype, and its empty elements as HTML writes them. */

export function wholePage(view: string): string {
  return `<!DOCTYPE html>${asHtml(view)}`;
}

// The views' engine closes empty elements as XML does. Everywhere else `>` is written as an
// entity or an escape: by the engine, by the document printer and in structured data.
export function asHtml(view: string): string {
  return view.replaceAll("/>", ">");
}
