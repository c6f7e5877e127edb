// Determines the names by which agents can reference the tools of extensions, from the extension manifests and the tools of
// the editor. Verified with VS Code 1.139.1: `publisher.name/tool` in lowercase, `set/tool` for a tool in a tool set, the name
// of the tool set, and the legacy unqualified name. A tool without a reference name cannot be referenced.

/** The relevant part of an extension manifest. Its types are not validated. */
export interface ExtensionManifest {
  readonly id: string;
  readonly contributes: unknown;
}

/** @param listed internal names of the available tools. Tools that are declared but not listed are turned off. */
export function toolNames(
  extensions: readonly ExtensionManifest[],
  listed: ReadonlySet<string>,
): readonly string[] {
  const names = extensions.flatMap(({ id, contributes }) => {
    const { languageModelTools, languageModelToolSets } = record(contributes);
    const sets = list(languageModelToolSets).map(record);
    const tools = list(languageModelTools)
      .map(record)
      .flatMap(
        ({ name, toolReferenceName: referenceName, canBeReferencedInPrompt: canBeReferenced }) =>
          typeof referenceName === 'string' && canBeReferenced === true && listed.has(String(name))
            ? [referenceName]
            : [],
      );
    const inSets = sets.flatMap(({ name, tools: members }) => {
      const available = list(members).filter((one) => tools.includes(String(one)));
      return typeof name === 'string' && available.length > 0
        ? [name, ...available.map((one) => `${name}/${String(one)}`)]
        : [];
    });
    const standalone = tools.filter(
      (one) => !sets.some(({ tools: members }) => list(members).includes(one)),
    );
    return [...inSets, ...standalone.map((one) => `${id.toLowerCase()}/${one}`), ...tools];
  });
  return [...new Set(names)].sort();
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
