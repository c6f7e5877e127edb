/** `team/reviewer` for `team/reviewer.md` below the agent folder. */
export function nameFromPath(below: string): string {
  const dot = below.lastIndexOf('.');
  return dot > below.lastIndexOf('/') + 1 ? below.slice(0, dot) : below;
}
