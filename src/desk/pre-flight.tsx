/** Pre-flight of one article, and the agency's rules for it. */
import { storyById } from "#agency/articles/details.ts";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { checkLinks, setPreflightRules } from "#agency/preflight/actions.ts";
import { CHECK_CODES, type CheckCode, isSettable, RULES, type Rule } from "#agency/preflight/preflight.ts";
import { preflight, preflightRules } from "#agency/preflight/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { ArticleTabs } from "./views/article-tabs.tsx";
import { Choice } from "./views/fields.tsx";
import { Findings } from "./views/findings.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage, seeOther } from "./visit.ts";

export function preflightRoutes(world: DeskWorld): Route[] {
  const article = "/desk/articles/{article}/pre-flight";
  const rules = "/desk/house/pre-flight";
  return [
    deskPage(world, { address: article, right: "article.write" }, printPreflight),
    deskAction(world, { address: `${article}/links`, right: "article.write" }, askLinks),
    deskPage(world, { address: rules, right: "house.keep" }, printRules),
    deskAction(world, { address: rules, right: "house.keep" }, keepRules),
  ];
}

async function printPreflight({ db, steps, staff, words, at }: DeskVisit): Promise<DeskPage | undefined> {
  const articleId = steps["article"] ?? "";
  const [story, found] = [await storyById(db, articleId), await preflight(db, { articleId, at })];
  if (!story || !found) return undefined;
  return {
    title: story.headline || words.flow.noHeadline,
    place: "articles",
    main: (
      <>
        <ArticleTabs articleId={articleId} current="preflight" staff={staff} words={words} />
        <Findings articleId={articleId} findings={found} words={words} />
      </>
    ),
  };
}

async function askLinks({ db, steps, at }: DeskVisit): Promise<Response | undefined> {
  const articleId = steps["article"] ?? "";
  if (!(await workingCopy(db, articleId))) return undefined;
  await checkLinks(db, { articleId, at });
  return seeOther(`/desk/articles/${articleId}/pre-flight`, "links-asked");
}

async function printRules({ db, words }: DeskVisit): Promise<DeskPage> {
  const rules = await preflightRules(db);
  const options = RULES.map((rule) => ({ value: rule, text: words.preflight.rules[rule] }));
  return {
    title: words.preflight.rulesTitle,
    place: "house",
    main: (
      <form method="post" class="rules">
        <p class="introduction">{words.preflight.rulesIntroduction}</p>
        {CHECK_CODES.map((code) => {
          const label = words.preflight.findings[code].rule;
          return isSettable(code) ? (
            <Choice name={code} label={label} options={options} chosen={rules[code]} />
          ) : (
            <p class="always">
              <strong>{label}</strong> <span class="quiet">{words.preflight.alwaysBlocks}</span>
            </p>
          );
        })}
        <p class="buttons">
          <button type="submit" class="main">
            {words.preflight.keepRules}
          </button>
        </p>
      </form>
    ),
  };
}

async function keepRules({ db, staff, at }: DeskVisit, form: Form): Promise<Response> {
  await setPreflightRules(db, { rules: rulesFrom(form), by: staff.id, at });
  return seeOther("/desk/house/pre-flight", "kept");
}

function rulesFrom(form: Form): Partial<Record<CheckCode, Rule>> {
  const set = CHECK_CODES.flatMap((code) => {
    const rule = RULES.find((one) => one === form.text(code));
    return rule ? [[code, rule] as const] : [];
  });
  return Object.fromEntries(set);
}
