/** The service worker: shows what is pushed and opens what it is about. It keeps nothing and stands in the way of no request. */

// The page's own types have no worker of this kind.
const worker = self as unknown as {
  readonly registration: { showNotification(title: string, options: object): Promise<void> };
  readonly clients: { openWindow(url: string): Promise<unknown> };
  addEventListener(kind: string, heard: (event: Heard) => void): void;
};

type Heard = {
  readonly data?: { json(): { title: string; body: string; url: string; token?: string } };
  readonly notification?: { readonly data: string; close(): void };
  waitUntil(work: Promise<unknown>): void;
};

worker.addEventListener("push", (event) => {
  const said = event.data?.json();
  if (!said) return;
  const { title, body, url, token } = said;
  const shown = worker.registration.showNotification(title, { body, data: url, tag: url });
  const home =
    token === undefined
      ? undefined
      : fetch("/replies/push/here", { method: "POST", body: new URLSearchParams({ token }) });
  event.waitUntil(Promise.all([shown, home]));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification?.close();
  event.waitUntil(worker.clients.openWindow(event.notification?.data ?? "/replies/mine"));
});

export type {};
