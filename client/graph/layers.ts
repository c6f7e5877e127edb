// Nodes in columns from left to right, so that arrows go to the right where they can and cross little. Pure: keys in, columns
// out. The ways of Sugiyama, each in its simplest form: break circles, longest path, means of the neighbours.

/** A node, or the point where an arrow that is longer than one column goes through one. */
export interface Slot {
  readonly key: string;
  /** Null: a node. */
  readonly arrow: number | null;
}

export interface Layers {
  readonly columns: readonly (readonly Slot[])[];
  /** For each arrow the keys of the slots that it goes through, from its left end to its right. */
  readonly ways: readonly (readonly string[])[];
}

export type Arrow = readonly [from: string, to: string];

/** Rounds of putting each column in order by the ones beside it: more change next to nothing. */
const rounds = 6;

/** @param arrows between different nodes. */
export function layersOf(nodes: readonly string[], arrows: readonly Arrow[]): Layers {
  const straight = withoutCircles(nodes, arrows);
  const column = columnsOf(nodes, straight);
  const columns: Slot[][] = [];
  const put = (at: number, slot: Slot): void => {
    while (columns.length <= at) columns.push([]);
    columns[at]?.push(slot);
  };
  for (const key of nodes) put(column.get(key) ?? 0, { key, arrow: null });
  const ways = straight.map(([from, to], arrow) => {
    const way = [from];
    for (let at = (column.get(from) ?? 0) + 1; at < (column.get(to) ?? 0); at++) {
      const key = `arrow ${arrow} ${at}`;
      put(at, { key, arrow });
      way.push(key);
    }
    return [...way, to];
  });
  return { columns: inOrder(columns, ways), ways };
}

/** Arrows that would close a circle are turned around. */
function withoutCircles(nodes: readonly string[], arrows: readonly Arrow[]): readonly Arrow[] {
  const out = new Map<string, string[]>(nodes.map((key) => [key, []]));
  const called = new Set(arrows.map(([, to]) => to));
  for (const [from, to] of arrows) out.get(from)?.push(to);
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  // Those whom nobody calls come first, then who calls the most others: circles are cut where they come back to them.
  const rank = new Map(
    nodes.map((key) => [
      key,
      called.has(key) ? (out.get(key)?.length ?? 0) : Number.POSITIVE_INFINITY,
    ]),
  );
  for (const start of byRank(nodes, rank)) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const visits = [{ key: start, at: 0 }];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const next = out.get(visit.key)?.[visit.at++];
      if (next === undefined) {
        state.set(visit.key, 'done');
        visits.pop();
      } else if (state.get(next) === 'open') back.add(`${visit.key}\n${next}`);
      else if (!state.has(next)) {
        state.set(next, 'open');
        visits.push({ key: next, at: 0 });
      }
    }
  }
  return arrows.map(([from, to]) => (back.has(`${from}\n${to}`) ? [to, from] : [from, to]));
}

/** The highest first; those of one rank in the order that they have. */
const byRank = (nodes: readonly string[], rank: ReadonlyMap<string, number>): readonly string[] =>
  [...nodes].sort((a, b) => {
    const [high, low] = [rank.get(b) ?? 0, rank.get(a) ?? 0];
    return high === low ? 0 : high - low;
  });

/** Each node as far to the left as those that call it let it be; who calls and is not called, next to whom it calls. */
function columnsOf(
  nodes: readonly string[],
  arrows: readonly Arrow[],
): ReadonlyMap<string, number> {
  const column = new Map(nodes.map((key) => [key, 0]));
  const at = (key: string): number => column.get(key) ?? 0;
  const waiting = new Map(nodes.map((key) => [key, 0]));
  const out = new Map<string, string[]>(nodes.map((key) => [key, []]));
  for (const [from, to] of arrows) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    out.get(from)?.push(to);
  }
  const ready = nodes.filter((key) => waiting.get(key) === 0);
  const begin = new Set(ready);
  for (let key = ready.shift(); key !== undefined; key = ready.shift()) {
    for (const to of out.get(key) ?? []) {
      column.set(to, Math.max(at(to), at(key) + 1));
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const key of begin) {
    const nearest = Math.min(...(out.get(key) ?? []).map(at));
    if (Number.isFinite(nearest)) column.set(key, nearest - 1);
  }
  return column;
}

function inOrder(
  columns: readonly (readonly Slot[])[],
  ways: readonly (readonly string[])[],
): readonly (readonly Slot[])[] {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, other: string): void =>
    void map.set(key, [...(map.get(key) ?? []), other]);
  for (const way of ways)
    for (let at = 1; at < way.length; at++) {
      add(before, way[at] ?? '', way[at - 1] ?? '');
      add(after, way[at - 1] ?? '', way[at] ?? '');
    }
  const place = new Map<string, number>();
  const number = (column: readonly Slot[]): void => {
    for (const [index, { key }] of column.entries()) place.set(key, index);
  };
  columns.forEach(number);
  const sorted = columns.map((column) => [...column]);
  const sort = (
    column: Slot[] | undefined,
    beside: ReadonlyMap<string, readonly string[]>,
  ): void => {
    if (!column) return;
    const mean = new Map(
      column.map(({ key }, index) => {
        const others = beside.get(key) ?? [];
        const sum = others.reduce((total, one) => total + (place.get(one) ?? 0), 0);
        return [key, others.length === 0 ? index : sum / others.length];
      }),
    );
    column.sort((a, b) => (mean.get(a.key) ?? 0) - (mean.get(b.key) ?? 0));
    number(column);
  };
  for (let round = 0; round < rounds; round++) {
    for (let at = 1; at < sorted.length; at++) sort(sorted[at], before);
    for (let at = sorted.length - 2; at >= 0; at--) sort(sorted[at], after);
  }
  return sorted;
}
