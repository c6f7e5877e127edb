// The strings of the manifest: each is a key in package.json that is defined in package.nls.json.

/** Properties that VS Code shows. */
const shown = new Set(
  'title shortTitle description markdownDescription label contents altText name contextualTitle deprecationMessage markdownDeprecationMessage enumDescriptions markdownEnumDescriptions enumItemLabels patternErrorMessage'.split(
    ' ',
  ),
);
/** The product's name is the same in every language. */
const names = new Set(['Dossier']);

/** @returns `{ where, key }` for each key that is used, and `{ where, fault }` for strings that are not keys */
export function askedIn({ contributes = {}, l10n }) {
  const bundle =
    l10n === './l10n' ? [] : [{ where: 'package.json', fault: 'has no "l10n": "./l10n"' }];
  return [...bundle, ...within(contributes, 'contributes', '')];
}

function within(value, at, name) {
  if (typeof value === 'string') {
    const [, key] = /^%(.+)%$/.exec(value) ?? [];
    const where = `package.json ${at}`;
    if (key !== undefined) return [{ where, key }];
    // Descriptions of rule names are those of the rule pages, which stay English.
    return shown.has(name) && !names.has(value) && !at.includes('.propertyNames.')
      ? [{ where, fault: `holds "${value}": put a %key% there` }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    within(one, `${at}.${key}`, Array.isArray(value) ? name : key),
  );
}

/** Keys without a string, and strings without a use. */
export function manifestFaults(manifest, texts) {
  const asked = askedIn(manifest);
  const keys = new Set(asked.flatMap(({ key }) => key ?? []));
  return [
    ...asked.filter(({ fault }) => fault !== undefined),
    ...asked
      .filter(({ key }) => key !== undefined && !Object.hasOwn(texts, key))
      .map(({ where, key }) => ({ where, fault: `asks for ${key}, which is not there` })),
    ...Object.keys(texts)
      .filter((key) => !keys.has(key))
      .map((key) => ({ where: 'package.nls.json', fault: `${key} is asked for nowhere` })),
  ];
}
