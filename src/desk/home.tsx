/** The desk's front: what is on today. */
import type { DeskPage, DeskVisit } from "./visit.ts";

export async function printHome({ words, staff }: DeskVisit): Promise<DeskPage> {
  return { title: words.home.title, place: "home", main: words.home.welcome(staff.name) };
}
