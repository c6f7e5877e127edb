export function sampleByRoom<Item>(
  items: readonly Item[],
  roomOf: (item: Item) => string,
  count: number,
  seed: number,
): Item[];
