/** The name of an agent by its path below the agent folder: `team/reviewer` for `team/reviewer.md`. */
export function nameFromPath(below: string): string {
  const dot = below.lastIndexOf('.');
  return dot > below.lastIndexOf('/') + 1 ? below.slice(0, dot) : below;
}
