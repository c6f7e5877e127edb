/** How many hooks each event has: `preToolUse:2`. @param events the event of each hook */
export function counted(events: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  return [...counts].map(([event, count]) => `${event}:${count}`);
}
