// The settings in the manifest of the extension: each string is a key there, defined in package.nls.json.

const ours = /^setting\./;

/**
 * @param properties the declared settings with their strings
 * @returns the updated manifest and its English strings
 */
export function withSettings(manifest, texts, properties) {
  const labels = {};
  const keyed = (key, text) => {
    labels[key] = text;
    return `%${key}%`;
  };
  const whole = JSON.parse(manifest);
  whole.contributes.configuration.properties = Object.fromEntries(
    Object.entries(properties).map(([id, property]) => [
      id,
      keyedProperty(id.replace(/^\w+/, 'setting'), property, keyed),
    ]),
  );
  const others = Object.entries(JSON.parse(texts)).filter(([key]) => !ours.test(key));
  return {
    manifest: written(whole),
    texts: written({ ...Object.fromEntries(others), ...labels }),
  };
}

/** The strings of a setting and of its enum values. */
function keyedProperty(key, property, keyed) {
  const { markdownDescription: what, markdownEnumDescriptions: means, ...rest } = property;
  return {
    ...rest,
    ...(means && {
      markdownEnumDescriptions: means.map((text, n) => keyed(`${key}.${property.enum[n]}`, text)),
    }),
    markdownDescription: keyed(key, what),
  };
}

const written = (value) => `${JSON.stringify(value, null, 2)}\n`;
