/** The pages of one article, as tabs above each of them. */
import { may, type Right, type StaffMember } from "#agency/staff/staff.ts";
import type { DeskWords } from "../words/words.ts";

export type ArticleTab = "write" | "sources" | "details" | "comments" | "history" | "events" | "preflight";

const TABS: readonly { readonly tab: ArticleTab; readonly step: string; readonly right: Right }[] = [
  { tab: "write", step: "", right: "article.write" },
  { tab: "sources", step: "/sources", right: "article.write" },
  { tab: "details", step: "/details", right: "article.write" },
  { tab: "comments", step: "/comments", right: "article.comment" },
  { tab: "history", step: "/history", right: "article.write" },
  { tab: "events", step: "/events", right: "event.keep" },
  { tab: "preflight", step: "/pre-flight", right: "article.write" },
];

type ArticleTabsProps = {
  readonly articleId: string;
  readonly current: ArticleTab;
  readonly staff: StaffMember;
  readonly words: DeskWords;
};

export const ArticleTabs = ({ articleId, current, staff, words }: ArticleTabsProps) => (
  <nav class="tabs" aria-label={words.flow.tabs.label}>
    <ul>
      {TABS.filter(({ right }) => may(staff, right)).map(({ tab, step }) => (
        <li>
          <a href={`/desk/articles/${articleId}${step}`} aria-current={tab === current ? "page" : undefined}>
            {words.flow.tabs[tab]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
