// What agents call the tools that extensions bring, from what the extensions declare and the editor lists. Pure.
// As VS Code 1.139.1 was seen to take them: `publisher.name/tool` in small letters, `set/tool` for one in a set that its
// extension declares, the set by its name, and the bare name of old. A tool without a name for references has none.

/** The part of an extension's manifest that counts. Nothing in it is known to be of its type. */
export interface Declaring {
  readonly id: string;
  readonly contributes: unknown;
}

/** @param listed the inner names of the tools that the editor has now: others are declared and switched off. */
export function toolNames(
  extensions: readonly Declaring[],
  listed: ReadonlySet<string>,
): readonly string[] {
  const names = extensions.flatMap(({ id, contributes }) => {
    const { languageModelTools, languageModelToolSets } = record(contributes);
    const sets = list(languageModelToolSets).map(record);
    const tools = list(languageModelTools)
      .map(record)
      .flatMap(({ name, toolReferenceName: own, canBeReferencedInPrompt: may }) =>
        typeof own === 'string' && may === true && listed.has(String(name)) ? [own] : [],
      );
    const inSets = sets.flatMap(({ name, tools: members }) => {
      const there = list(members).filter((one) => tools.includes(String(one)));
      return typeof name === 'string' && there.length > 0
        ? [name, ...there.map((one) => `${name}/${String(one)}`)]
        : [];
    });
    const alone = tools.filter(
      (one) => !sets.some(({ tools: members }) => list(members).includes(one)),
    );
    return [...inSets, ...alone.map((one) => `${id.toLowerCase()}/${one}`), ...tools];
  });
  return [...new Set(names)].sort();
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
