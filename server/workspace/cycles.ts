// Finds the nodes of a graph that are part of a cycle.

/** Maps each node in a cycle to the number of its cycle, in node order. Nodes outside of all cycles are absent. */
export function circlesOf(
  nodes: readonly string[],
  next: (node: string) => readonly string[],
): ReadonlyMap<string, number> {
  const circles = new Map<string, number>();
  let count = 0;
  for (const group of components(nodes, next)) {
    const [only = ''] = group;
    if (group.length === 1 && !next(only).includes(only)) continue;
    for (const node of group) circles.set(node, count);
    count++;
  }
  return circles;
}

interface Visit {
  readonly node: string;
  readonly to: readonly string[];
  at: number;
}

/** Strongly connected components by Tarjan's algorithm, with an explicit stack: recursion could overflow on a long chain. */
function components(
  nodes: readonly string[],
  next: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];
  const lower = (node: string, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to));
  };
  const enter = (node: string): Visit => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, to: next(node), at: 0 };
  };
  const leave = (node: string): void => {
    if (low.get(node) !== order.get(node)) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const one of group) isOpen.delete(one);
    found.push(group);
  };
  for (const start of nodes) {
    if (order.has(start)) continue;
    const visits = [enter(start)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { node } = visit;
      const to = visit.to[visit.at++];
      if (to === undefined) {
        visits.pop();
        leave(node);
        const from = visits.at(-1);
        if (from) lower(from.node, low.get(node) ?? 0);
      } else if (!order.has(to)) visits.push(enter(to));
      else if (isOpen.has(to)) lower(node, order.get(to) ?? 0);
    }
  }
  const place = new Map(nodes.map((node, index) => [node, index]));
  const first = (group: readonly string[]): number =>
    group.reduce((least, node) => Math.min(least, place.get(node) ?? least), nodes.length);
  return found.sort((a, b) => first(a) - first(b));
}
