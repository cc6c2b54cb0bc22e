/** What a page that is not ours needs to carry the replies to a story. */
import { TextArea } from "./fields.tsx";

type EmbedCodeProps = {
  /** The public address of the site. */
  readonly url: string;
  /** `/en/ferry-strike` */
  readonly article: string;
  /** What its link says. */
  readonly link: string;
  readonly label: string;
  readonly hint?: string;
};

export const EmbedCode = ({ url, article, link, label, hint }: EmbedCodeProps) => (
  <TextArea
    name="embed-code"
    label={label}
    hint={hint}
    rows={7}
    dir="ltr"
    readonly={true}
    value={[
      `<dateline-thread><a href="${url}${article}/replies">${link.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</a></dateline-thread>`,
      `<script type="module" src="${url}/embed.js"></script>`,
    ].join("\n")}
  />
);
