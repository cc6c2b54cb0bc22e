/** A browser without JavaScript: keeps the cookies it is given, sends forms, follows where it is sent. */
import type { Door } from "./door.ts";

export type Visitor = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** A page's text. */
  readonly text: (path: string) => Promise<string>;
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** `name=value`, as they would be sent. */
  readonly cookies: () => string;
  /** Plants a cookie, as somebody who sat at this browser before could. */
  readonly setCookie: (pair: string) => void;
};

export function visitorOf({ request }: Pick<Door, "request">): Visitor {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  function setCookie(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split(/;\s*/);
    const at = pair.indexOf("=");
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }

  async function ask(path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> {
    const response = await request(
      new Request(`http://localhost${path}`, {
        ...init,
        headers: { "sec-fetch-site": "same-origin", ...(jar.size > 0 && { cookie: cookies() }), ...headers },
      }),
    );
    for (const cookie of response.headers.getSetCookie()) setCookie(cookie);
    return response;
  }

  return {
    get: (path, headers = {}) => ask(path, {}, headers),
    text: async (path) => (await ask(path, {}, {})).text(),
    post: (path, fields, headers = {}) => ask(path, { method: "POST", body: new URLSearchParams(fields) }, headers),
    cookies,
    setCookie,
  };
}
