// Parses YAML: without a parser where every parser reads the text alike, else with the parser of record or that of a dialect.
import type { Yaml, YamlDialect } from './dialect';
import { withinLimits } from './limits';
import { parseWithinLimits } from './parser-of-record';
import { parseSimpleYaml } from './simple-yaml';
import { convertScalars, type MapValue } from './value';

export interface ParsedYaml extends Yaml {
  /**
   * Whether every YAML parser reads the text as this tree, except for the types of scalars (`YamlDialect.readScalar`), so that no
   * other parser needs to run. If there are errors, each is an unquoted value with a colon: strict parsers reject the text at the
   * first of them, and the tree contains each value as it was intended.
   */
  readonly isSimple: boolean;
}

interface CacheEntry {
  readonly text: string;
  readonly base: number;
  readonly yaml: ParsedYaml;
}

/** The last few results: the outline and the readers parse the same head one after the other. */
const cache: CacheEntry[] = [];
const maxEntries = 6;
/** The index of the oldest entry. */
let oldest = 0;

/**
 * Parses one YAML document as the parser of record reads it. Never throws; errors are in `errors`.
 * @param base offset of `text` in the file: all spans are given in the file (UTF-16).
 */
export function parseYaml(text: string, base: number): ParsedYaml {
  for (let at = 0; at < cache.length; at++) {
    const one = cache[at];
    if (one?.base === base && one.text === text) return one.yaml;
  }
  const yaml = parse(text, base);
  cache[oldest] = { text, base, yaml };
  oldest = (oldest + 1) % maxEntries;
  return yaml;
}

function parse(text: string, base: number): ParsedYaml {
  let isSimple = false;
  const { root, errors } = withinLimits(text, base, () => {
    const found = parseSimpleYaml(text, base);
    isSimple = found.kind === 'simple';
    return found.root ? found : parseWithinLimits(text, base);
  });
  return { root, errors, isSimple };
}

/** The text in a dialect, whose parser runs only where the text is not simple. Never throws. */
export function parseAs(dialect: YamlDialect, text: string, base: number): Yaml {
  const found = parseSimpleYaml(text, base);
  return found.kind === 'simple' && found.errors.length === 0
    ? { root: simpleAs(dialect, found.root), errors: [] }
    : dialect.parse(text, base);
}

/** The tree of a simple text with its scalars as the dialect reads them. */
export const simpleAs = ({ readScalar }: YamlDialect, root: MapValue): MapValue =>
  readScalar ? { ...root, entries: convertScalars(root.entries, readScalar) } : root;
