/** Stories written and published at the desk as an editor does, by its forms. */
import type { AtTheDesk } from "./door.ts";

/** Publishes a story from its page at the desk, with what is said of the change: what pre-flight asks about has been looked at. */
export async function publish(editor: AtTheDesk, id: string, said: Record<string, string>): Promise<Response> {
  const page = await editor.text(`/desk/articles/${id}/details`);
  const form = new FormData();
  form.append("move", "publish");
  form.append("version", /name="version" value="(\d+)"/.exec(page)?.[1] ?? "");
  for (const [, asked = ""] of page.matchAll(/name="accepted" type="checkbox" value="([^"]*)"/g))
    form.append("accepted", asked.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"));
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  return editor.post(`/desk/articles/${id}/move`, form);
}

/** Saves another text of it. */
export async function write(editor: AtTheDesk, id: string, body: string): Promise<void> {
  const page = await editor.text(`/desk/articles/${id}`);
  const version = /name="version"[^>]*value="(\d+)"/.exec(page)?.[1] ?? "0";
  const headline = /<h1>([^<]+)<\/h1>/.exec(await editor.text(`/desk/articles/${id}/details`))?.[1] ?? "";
  const sent = await editor.post(`/desk/articles/${id}`, { version, headline, body });
  if (sent.status !== 303) throw new Error(`the text was answered ${sent.status}:\n${await sent.text()}`);
}
