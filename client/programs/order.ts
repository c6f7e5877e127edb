// The order of the user's programs, while they are being selected in a list that itself has no order.

/** The programs that remain selected keep their order; those that were added follow in the order of the list. */
export const afterSelection = (
  before: readonly string[],
  selected: readonly string[],
): readonly string[] => [
  ...before.filter((one) => selected.includes(one)),
  ...selected.filter((one) => !before.includes(one)),
];

/** `Claude Code`, `Claude Code and VS Code`, `Claude Code, VS Code and OpenCode`, in the given language. */
export const joinedNames = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
