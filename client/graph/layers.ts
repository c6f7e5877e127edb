// Assigns nodes to columns from left to right, so that arrows point to the right and cross as little as possible. It uses the
// Sugiyama method with simple heuristics: break cycles, longest path layering, ordering by the mean of the neighbors.

/** A node, or a point where an arrow passes through a column. */
export interface Slot {
  readonly key: string;
  /** Index of the arrow that passes through; null for a node. */
  readonly arrow: number | null;
}

export interface Layers {
  readonly columns: readonly (readonly Slot[])[];
  /** For each arrow, the keys of its slots from left to right. */
  readonly paths: readonly (readonly string[])[];
}

export type Arrow = readonly [from: string, to: string];

/** Number of ordering passes. More passes rarely improve the result. */
const rounds = 6;

/** @param arrows between different nodes. */
export function layersOf(nodes: readonly string[], arrows: readonly Arrow[]): Layers {
  const acyclic = withoutCycles(nodes, arrows);
  const column = columnsOf(nodes, acyclic);
  const columns: Slot[][] = [];
  const place = (at: number, slot: Slot): void => {
    while (columns.length <= at) columns.push([]);
    columns[at]?.push(slot);
  };
  for (const key of nodes) place(column.get(key) ?? 0, { key, arrow: null });
  const paths = acyclic.map(([from, to], arrow) => {
    const path = [from];
    for (let at = (column.get(from) ?? 0) + 1; at < (column.get(to) ?? 0); at++) {
      const key = `arrow ${arrow} ${at}`;
      place(at, { key, arrow });
      path.push(key);
    }
    return [...path, to];
  });
  return { columns: sortColumns(columns, paths), paths };
}

/** Reverses arrows that would close a cycle. */
function withoutCycles(nodes: readonly string[], arrows: readonly Arrow[]): readonly Arrow[] {
  const out = new Map<string, string[]>(nodes.map((key) => [key, []]));
  const callees = new Set(arrows.map(([, to]) => to));
  for (const [from, to] of arrows) out.get(from)?.push(to);
  const state = new Map<string, 'open' | 'done'>();
  const reversed = new Set<string>();
  // Start at nodes without callers, then at nodes with the most calls, so that cycles are broken where they return to those.
  const rank = new Map(
    nodes.map((key) => [
      key,
      callees.has(key) ? (out.get(key)?.length ?? 0) : Number.POSITIVE_INFINITY,
    ]),
  );
  for (const start of byRank(nodes, rank)) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const stack = [{ key: start, at: 0 }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const next = out.get(frame.key)?.[frame.at++];
      if (next === undefined) {
        state.set(frame.key, 'done');
        stack.pop();
      } else if (state.get(next) === 'open') reversed.add(`${frame.key}\n${next}`);
      else if (!state.has(next)) {
        state.set(next, 'open');
        stack.push({ key: next, at: 0 });
      }
    }
  }
  return arrows.map(([from, to]) => (reversed.has(`${from}\n${to}`) ? [to, from] : [from, to]));
}

/** Highest rank first. Nodes of equal rank keep their order. */
const byRank = (nodes: readonly string[], rank: ReadonlyMap<string, number>): readonly string[] =>
  [...nodes].sort((a, b) => {
    const [highRank, lowRank] = [rank.get(b) ?? 0, rank.get(a) ?? 0];
    return highRank === lowRank ? 0 : highRank - lowRank;
  });

/** Places each node right of its callers, as far left as possible, and nodes without callers next to the nodes they call. */
function columnsOf(
  nodes: readonly string[],
  arrows: readonly Arrow[],
): ReadonlyMap<string, number> {
  const column = new Map(nodes.map((key) => [key, 0]));
  const at = (key: string): number => column.get(key) ?? 0;
  const openCallers = new Map(nodes.map((key) => [key, 0]));
  const out = new Map<string, string[]>(nodes.map((key) => [key, []]));
  for (const [from, to] of arrows) {
    openCallers.set(to, (openCallers.get(to) ?? 0) + 1);
    out.get(from)?.push(to);
  }
  const ready = nodes.filter((key) => openCallers.get(key) === 0);
  const roots = new Set(ready);
  for (let key = ready.shift(); key !== undefined; key = ready.shift()) {
    for (const to of out.get(key) ?? []) {
      column.set(to, Math.max(at(to), at(key) + 1));
      const remaining = (openCallers.get(to) ?? 1) - 1;
      openCallers.set(to, remaining);
      if (remaining === 0) ready.push(to);
    }
  }
  for (const key of roots) {
    const nearest = Math.min(...(out.get(key) ?? []).map(at));
    if (Number.isFinite(nearest)) column.set(key, nearest - 1);
  }
  return column;
}

function sortColumns(
  columns: readonly (readonly Slot[])[],
  paths: readonly (readonly string[])[],
): readonly (readonly Slot[])[] {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, other: string): void =>
    void map.set(key, [...(map.get(key) ?? []), other]);
  for (const path of paths)
    for (let at = 1; at < path.length; at++) {
      add(before, path[at] ?? '', path[at - 1] ?? '');
      add(after, path[at - 1] ?? '', path[at] ?? '');
    }
  const positions = new Map<string, number>();
  const storePositions = (column: readonly Slot[]): void => {
    for (const [index, { key }] of column.entries()) positions.set(key, index);
  };
  columns.forEach(storePositions);
  const sorted = columns.map((column) => [...column]);
  const sort = (
    column: Slot[] | undefined,
    neighbors: ReadonlyMap<string, readonly string[]>,
  ): void => {
    if (!column) return;
    const mean = new Map(
      column.map(({ key }, index) => {
        const others = neighbors.get(key) ?? [];
        const sum = others.reduce((total, one) => total + (positions.get(one) ?? 0), 0);
        return [key, others.length === 0 ? index : sum / others.length];
      }),
    );
    column.sort((a, b) => (mean.get(a.key) ?? 0) - (mean.get(b.key) ?? 0));
    storePositions(column);
  };
  for (let round = 0; round < rounds; round++) {
    for (let at = 1; at < sorted.length; at++) sort(sorted[at], before);
    for (let at = sorted.length - 2; at >= 0; at--) sort(sorted[at], after);
  }
  return sorted;
}
