// Names of fields as authors write them who think of another program. Hosts ignore them.

/** The names of a list of tools in files of commands and skills. */
export const toolListNames: Readonly<Record<string, 'tools'>> = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  allowed_tools: 'tools',
};

/** The fields by their names with hyphens and underscores. @param fields in camel case: `maxTurns`. */
export const otherSpellings = (...fields: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) =>
      ['-', '_'].map((separator) => [
        field.replaceAll(/[A-Z]/g, (letter) => `${separator}${letter.toLowerCase()}`),
        field,
      ]),
    ),
  );
