/** The addresses of stories on their way to readers. */
import type { Route } from "#lib/routes.ts";
import { printComments, resolve, sayComment } from "./flow/comments.tsx";
import { keepDetails, moveStory, printDetails } from "./flow/details.tsx";
import { printDifferences, printHistory, restoreText } from "./flow/history.tsx";
import { LOG_PARAMETERS, printLog } from "./flow/log.tsx";
import { beginNewStory, printNewStory } from "./flow/new-story.tsx";
import { makePreviewLink, revokePreviewLink } from "./flow/previews.tsx";
import { printStories, STORY_PARAMETERS } from "./flow/stories.tsx";
import { printHome, reviveJob } from "./home.tsx";
import { type DeskWorld, deskAction, deskPage } from "./visit.ts";

const STORY = "/desk/articles/{id}";

/** Before those of writing: `new` is no article. */
export function flowRoutes(world: DeskWorld): Route[] {
  return [
    deskPage(world, { address: "/desk/", right: "desk.enter" }, printHome),
    deskAction(world, { address: "/desk/jobs/{job}/revive", right: "house.keep" }, reviveJob),
    deskPage(world, { address: "/desk/articles", right: "desk.enter", parameters: STORY_PARAMETERS }, printStories),
    deskPage(
      world,
      { address: "/desk/articles/new", right: "article.write", parameters: ["edition", "original"] },
      printNewStory,
    ),
    deskAction(world, { address: "/desk/articles/new", right: "article.write" }, beginNewStory),
    deskPage(world, { address: `${STORY}/details`, right: "article.write" }, printDetails),
    deskAction(world, { address: `${STORY}/details`, right: "article.write" }, keepDetails),
    deskAction(world, { address: `${STORY}/move`, right: "article.write" }, moveStory),
    deskPage(
      world,
      { address: `${STORY}/comments`, right: "article.comment", parameters: ["on", "answer"] },
      printComments,
    ),
    deskAction(world, { address: `${STORY}/comments`, right: "article.comment" }, sayComment),
    deskAction(world, { address: `${STORY}/comments/{comment}/resolve`, right: "article.comment" }, resolve),
    deskPage(world, { address: `${STORY}/history`, right: "article.write", parameters: ["after"] }, printHistory),
    deskPage(
      world,
      { address: `${STORY}/history/compare`, right: "article.write", parameters: ["from", "to", "view"] },
      printDifferences,
    ),
    deskAction(world, { address: `${STORY}/history/{revision}/restore`, right: "article.write" }, restoreText),
    deskPage(world, { address: "/desk/log", right: "audit.read", parameters: LOG_PARAMETERS }, printLog),
    deskAction(world, { address: `${STORY}/previews`, right: "article.preview" }, makePreviewLink),
    deskAction(world, { address: `${STORY}/previews/{preview}/revoke`, right: "article.preview" }, revokePreviewLink),
  ];
}
