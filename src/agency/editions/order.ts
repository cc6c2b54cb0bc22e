/** What stands in an order somebody gave it. */

/** The list with one item put `places` further down (or up, below zero); unchanged where it cannot go there. */
export function moved<Item>(items: readonly Item[], isIt: (item: Item) => boolean, places: 1 | -1): readonly Item[] {
  const at = items.findIndex(isIt);
  const [item, other] = [items[at], items[at + places]];
  if (item === undefined || other === undefined) return items;
  return items.with(at, other).with(at + places, item);
}
