/** What stands round a page before the gate: the agency's name, one narrow column, and the way to the site. */
import { directionOf } from "#lib/direction.ts";
import type { DeskAssets } from "../assets.ts";
import type { GuestPage, GuestVisit } from "../guest.ts";
import { DeskHead } from "./head.tsx";

type GuestLayoutProps = { readonly visit: GuestVisit; readonly page: GuestPage; readonly assets: DeskAssets };

export const GuestLayout = ({ visit, page, assets }: GuestLayoutProps) => {
  const { words, world, agencyName } = visit;
  return (
    <html lang={words.language} dir={directionOf(words.language)}>
      <DeskHead
        title={`${page.title} · ${agencyName}`}
        paper={world.paper}
        assets={assets}
        islands={page.islands ?? []}
      />
      <body class="desk guest">
        <header class="guest-head">
          <p class="guest-name">{agencyName}</p>
        </header>
        <main id="page">
          <h1>{page.title}</h1>
          {typeof page.main === "string" ? <p>{page.main}</p> : page.main}
        </main>
        <footer class="guest-foot">
          <a href="/">{words.frame.site}</a>
        </footer>
      </body>
    </html>
  );
};

export const SignedOut = ({ sentence, signIn }: { readonly sentence: string; readonly signIn: string }) => (
  <div class="door">
    <p>{sentence}</p>
    <p class="buttons">
      <a class="button" href="/desk/sign-in" target="_blank" rel="noopener">
        {signIn}
      </a>
    </p>
  </div>
);
