import type { ReplyKeys } from "#agency/replies/actions.ts";
import type { MailSet } from "#agency/settings/mail.ts";
import type { Cdn } from "#lib/cdn.ts";
import type { Files } from "#lib/files.ts";
import type { Signer } from "#lib/merkle/note.ts";
import type { Witness } from "#lib/merkle/witness.ts";
import type { Authority } from "#lib/timestamps.ts";
import type { Network } from "#outside/fetch.ts";
import type { PushKey } from "#outside/push-key.ts";

/** What of the world outside the store jobs may touch; `program.ts` hands it over. */
export type Outside = MailSet & {
  /** Where pictures are kept. */
  readonly files: Files;
  /** Signs for the publication log. */
  readonly log: Signer;
  /** Open readers' addresses and sign what stands in letters to them. */
  readonly readers: ReplyKeys;
  /** Signs what is sent to push services. */
  readonly push: PushKey;
  /** Who signs its checkpoints too, and who says when they were there; nobody when left out. */
  readonly witnesses?: readonly Witness[];
  readonly authorities?: readonly Authority[];
  /** What stands between the site and its readers and has to be told what moved; nothing when left out. */
  readonly cdns?: readonly Cdn[];
  /** A feed of ours as it is now, by its path; nothing where there is none. */
  readonly feed: (path: string) => Promise<FeedCopy | undefined>;
  /** Below it lie the folders others put copy into. */
  readonly wireFolder: string;
  /** What the secrets of hubs, and of channels to clients, are sealed with. */
  readonly wireKey: string;
  /** Where Akismet is asked; its own address when it is left out. */
  readonly akismet?: string;
  /** Where those channels may lead; what everything else may reach when it is left out. */
  readonly clientNetwork?: Network;
  /** Which part of the network may be reached; the public one when it is left out. */
  readonly network?: Network;
};

/** The bytes a feed's readers get, and their type. */
export type FeedCopy = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };
