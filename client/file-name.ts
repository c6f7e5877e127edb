// The parts of a path of an agent file.

/** `reviewer.agent.md` for `.github/agents/reviewer.agent.md`. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `.agent.md` for `reviewer.agent.md`, `.md` for `reviewer.md`; empty for a name without a dot. */
export const extensionOf = (path: string): string =>
  /.(?<extension>(?:\.agent|\.chatmode|\.prompt)?\.[^.]+)$/.exec(fileNameOf(path))?.groups
    ?.extension ?? '';

/** `reviewer` for `.github/agents/reviewer.agent.md`; `deploy` for `.claude/skills/deploy/SKILL.md`. */
export function baseNameOf(path: string): string {
  const name = fileNameOf(path);
  if (name === 'SKILL.md') return path.split(/[\\/]/).at(-2) ?? name;
  return name.slice(0, name.length - extensionOf(path).length);
}
