// Which manifests of plugins Claude Code accepts. With any other it loads nothing from the plugin and reports the error only
// in its list of plugins. Every form below was run; forms that were not run count as accepted.
import { type Message, t } from '../../text/message';
import type { ManifestFormat } from '../model/location';
import { faultOfHooksFile } from './hooks-file';

const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMapOfMaps = (value: unknown): boolean => isMap(value) && Object.values(value).every(isMap);

/** Whether the value is one path of this form or a list of them. */
const arePaths =
  (form: RegExp) =>
  (value: unknown): boolean =>
    (Array.isArray(value) ? value : [value]).every((one) => isString(one) && form.test(one));
const isPath = arePaths(/^\.\//);
const isJsonPath = arePaths(/^\.\/.*\.json$/s);
const bundle = /^https?:|\.(?:mcpb|dxt)$/;

interface Requirement {
  readonly isMet: (value: unknown) => boolean;
  /** A sentence with `{key}`. */
  readonly fault: string;
}

const notNumber: Requirement = {
  isMet: (value) => !isNumber(value),
  fault: '"{key}" in the plugin manifest must not be a number.',
};

const requirements: Readonly<Record<string, Requirement>> = {
  version: {
    isMet: isString,
    fault: '"{key}" in the plugin manifest must be a string in quotes.',
  },
  agents: {
    isMet: arePaths(/^\.\/.*\.md$/s),
    fault:
      '"{key}" in the plugin manifest must be the path of a file, such as "./agents/NAME.md", or a list of such paths.',
  },
  commands: {
    isMet: (value) => isMapOfMaps(value) || isPath(value),
    fault:
      '"{key}" in the plugin manifest must be a map, a path that begins with "./" or a list of such paths.',
  },
  skills: {
    isMet: isPath,
    fault:
      '"{key}" in the plugin manifest must be a path that begins with "./" or a list of such paths.',
  },
  hooks: {
    isMet: (value) => (typeof value === 'object' && value !== null) || isJsonPath(value),
    fault:
      '"{key}" in the plugin manifest must be a map or the path of a file, such as "./hooks/NAME.json".',
  },
  mcpServers: {
    isMet: (value) =>
      Array.isArray(value) ||
      isMapOfMaps(value) ||
      isJsonPath(value) ||
      (isString(value) && bundle.test(value)),
    fault:
      '"{key}" in the plugin manifest must be a map of servers or the path of a file, such as "./NAME.json".',
  },
  lspServers: {
    isMet: (value) => !isString(value) || isPath(value),
    fault: '"{key}" in the plugin manifest must be a map or a path that begins with "./".',
  },
  settings: {
    isMet: (value) => !isString(value),
    fault: '"{key}" in the plugin manifest must be a map.',
  },
  dependencies: {
    isMet: (value) => !isString(value) && !(Array.isArray(value) && value.some(isNumber)),
    fault: '"{key}" in the plugin manifest must be a list of names.',
  },
  defaultEnabled: {
    isMet: (value) => !isString(value),
    fault: '"{key}" in the plugin manifest must be true or false.',
  },
  outputStyles: notNumber,
  themes: notNumber,
  channels: notNumber,
  monitors: notNumber,
  workflows: notNumber,
  userConfig: notNumber,
};

function fault(value: unknown): Message | null {
  if (!isMap(value)) return t('The plugin manifest is not a JSON object.');
  const inName = faultOfName(value['name']);
  if (inName !== null) return inName;
  for (const [key, requirement] of Object.entries(requirements))
    if (Object.hasOwn(value, key) && !requirement.isMet(value[key]))
      return t(requirement.fault, { key });
  return null;
}

function faultOfName(name: unknown): Message | null {
  if (!isString(name) || name === '') return t('The plugin manifest has no "name".');
  const [character] = /[\s:/@\\]/.exec(name) ?? [];
  if (character === undefined) return null;
  return character.trim() === ''
    ? t(
        '"name" in the plugin manifest contains a space, but only letters, digits and hyphens are allowed.',
      )
    : t(
        '"name" in the plugin manifest contains "{character}", but only letters, digits and hyphens are allowed.',
        {
          character,
        },
      );
}

export const manifest: ManifestFormat = {
  files: ['.claude-plugin/plugin.json'],
  fault,
  otherFiles: [{ file: 'hooks/hooks.json', fault: faultOfHooksFile }],
  listedBy: 'agents',
};
