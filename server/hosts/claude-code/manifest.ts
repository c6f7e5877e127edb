// What Claude Code takes for a plugin's manifest: one that it refuses costs the whole plugin, and it says so where plugins
// are listed. Source: the program, run over each of these and the like; of forms that were not run nothing is said.
import type { ManifestRules } from '../host';

const isText = (value: unknown): value is string => typeof value === 'string';
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMapOfMaps = (value: unknown): boolean => isMap(value) && Object.values(value).every(isMap);

/** One path of the plugin's own or several, as they have to be written. */
const arePaths =
  (form: RegExp) =>
  (value: unknown): boolean =>
    (Array.isArray(value) ? value : [value]).every((one) => isText(one) && form.test(one));
const anyPath = arePaths(/^\.\//);
const jsonPath = arePaths(/^\.\/.*\.json$/s);
const bundle = /^https?:|\.(?:mcpb|dxt)$/;

interface Demand {
  readonly isMet: (value: unknown) => boolean;
  /** Completes "its KEY has to be ...". */
  readonly expected: string;
}

const path = 'a path that begins with "./", or a list of them';
const noNumber: Demand = { isMet: (value) => typeof value !== 'number', expected: 'no number' };

const demands: Readonly<Record<string, Demand>> = {
  version: { isMet: isText, expected: 'a text: write it in quotes' },
  agents: {
    isMet: arePaths(/^\.\/.*\.md$/s),
    expected: 'the path of a file as "./agents/NAME.md", or a list of them',
  },
  commands: {
    isMet: (value) => isMapOfMaps(value) || anyPath(value),
    expected: `a map, or ${path}`,
  },
  skills: { isMet: anyPath, expected: path },
  hooks: {
    isMet: (value) => (typeof value === 'object' && value !== null) || jsonPath(value),
    expected: 'a map, or the path of a file as "./hooks/NAME.json"',
  },
  mcpServers: {
    isMet: (value) =>
      Array.isArray(value) ||
      isMapOfMaps(value) ||
      jsonPath(value) ||
      (isText(value) && bundle.test(value)),
    expected: 'a map of servers, or the path of a file as "./NAME.json"',
  },
  lspServers: {
    isMet: (value) => !isText(value) || anyPath(value),
    expected: 'a map, or a path that begins with "./"',
  },
  settings: { isMet: (value) => !isText(value), expected: 'a map' },
  dependencies: {
    isMet: (value) => !isText(value) && !(Array.isArray(value) && value.some(isNumber)),
    expected: 'a list of names',
  },
  defaultEnabled: { isMet: (value) => !isText(value), expected: 'true or false' },
  outputStyles: noNumber,
  themes: noNumber,
  channels: noNumber,
  monitors: noNumber,
  workflows: noNumber,
  userConfig: noNumber,
};

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function fault(value: unknown): string | null {
  if (!isMap(value)) return 'is no map';
  const name = faultOfName(value['name']);
  if (name !== null) return name;
  for (const [key, { isMet, expected }] of Object.entries(demands))
    if (Object.hasOwn(value, key) && !isMet(value[key]))
      return `is refused: its "${key}" has to be ${expected}`;
  return null;
}

function faultOfName(name: unknown): string | null {
  if (!isText(name) || name === '') return 'has no name';
  const [sign] = /[\s:/@\\]/.exec(name) ?? [];
  if (sign === undefined) return null;
  const what = sign.trim() === '' ? 'a blank' : `"${sign}"`;
  return `has a name with ${what} in it: letters, digits and hyphens are safe`;
}

export const manifest: ManifestRules = { fault, listedBy: 'agents' };
