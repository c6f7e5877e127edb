// `dossier.config.json`: the settings of a team for the files in the same folder and its subfolders.

import picomatch from 'picomatch/posix';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Edit } from '../text/edit';
import { type Json, type JsonEntry, jsonToValue, parseJsonc } from '../text/jsonc';
import { composed, type Message, t } from '../text/message';
import type { Span } from '../text/span';
import { type DeclaredSettings, declaredFiles, declaredFor, type Settings } from './declared';
import { meant, type ReportProblem } from './kinds';
import { settingsIn } from './settings';

export const configName = 'dossier.config.json';

export interface ConfigFault {
  readonly span: Span;
  readonly message: Message;
}

export interface Config {
  /** The absolute path, with `/` as the separator. */
  readonly path: string;
  readonly text: string;
  /** Only the settings that the file contains. */
  readonly settings: Partial<Settings>;
  /** Whether the file at this path matches the globs. */
  readonly includes: (path: string) => boolean;
  readonly excludes: (path: string) => boolean;
  /** Problems in the file. The remaining settings still apply. */
  readonly faults: readonly ConfigFault[];
}

const namesIn = (declared: DeclaredSettings): readonly string[] =>
  [...Object.values(declared), ...Object.values(declaredFiles)]
    .filter(({ appliesIn }) => appliesIn !== 'editor')
    .map(({ name }) => name);

/** Parses a configuration file. Never throws: invalid values are reported and replaced by their defaults. */
export function readConfig(catalog: HostCatalog, path: string, text: string): Config {
  const declared = declaredFor(catalog);
  const names = namesIn(declared);
  const read = parseJsonc(text);
  const faults: ConfigFault[] = [];
  const root = 'root' in read ? read.root : null;
  if ('fault' in read) faults.push({ ...read.fault, message: t(read.fault.message) });
  else if (read.root.kind !== 'map')
    faults.push({ span: read.root.span, message: t('The settings must be a map: { ... }.') });
  const entries = root?.kind === 'map' ? root.entries : [];
  for (const [index, { key, keySpan }] of entries.entries()) {
    if (entries.findIndex((one) => one.key === key) < index)
      faults.push({ span: keySpan, message: t('"{key}" is defined twice.', { key }) });
    else if (key !== '$schema' && !names.includes(key))
      faults.push({ span: keySpan, message: strange(key, declared) });
  }
  const valueCalled = (name: string): unknown => {
    const entry = names.includes(name) ? entries.find(({ key }) => key === name) : undefined;
    return entry && jsonToValue(entry.value);
  };
  const report =
    (name: string): ReportProblem =>
    (within, message) => {
      const value = entries.find(({ key }) => key === name)?.value;
      if (value) faults.push({ span: spanAt(value, within), message });
    };
  const globs = (which: keyof typeof declaredFiles): readonly string[] => {
    const value = valueCalled(which);
    const read = value === undefined ? [] : declaredFiles[which].kind.read(value, report(which));
    return (read ?? []).filter((glob, index) => {
      if (isBounded(glob)) return true;
      report(which)([index], t('The glob has parentheses, or too many wildcards. Simplify it.'));
      return false;
    });
  };
  const settings = settingsIn(declared, valueCalled, report);
  const [include, exclude] = [globs('include'), globs('exclude')];
  const folder = path.slice(0, path.lastIndexOf('/'));
  return {
    path,
    text,
    settings,
    includes: matcherOf(folder, include),
    excludes: matcherOf(folder, exclude),
    faults: faults.sort((a, b) => a.span.start - b.span.start),
  };
}

function strange(key: string, declared: DeclaredSettings): Message {
  const isEditors = Object.values(declared).some(({ name }) => name === key);
  if (isEditors) return t('"{key}" is a setting of the editor and has no effect here.', { key });
  return composed`${t('There is no setting "{key}".', { key })}${meant(key, namesIn(declared))}`;
}

/** Returns the range of the key if the path ends with a key name, otherwise the range of the value. */
function spanAt(json: Json, [step, ...rest]: readonly (string | number)[]): Span {
  if (json.kind === 'list' && typeof step === 'number') {
    const item = json.items[step];
    if (item) return spanAt(item, rest);
  }
  if (json.kind === 'map') {
    const entry = json.entries.find(({ key }) => key === step);
    if (entry) return rest.length === 0 ? entry.keySpan : spanAt(entry.value, rest);
  }
  return json.span;
}

/**
 * Overrides the settings of the editor with those of a file. Severities are merged by rule, all other settings are
 * replaced.
 */
export const underConfig = (settings: Settings, config: Config): Settings => ({
  ...settings,
  ...config.settings,
  rules: { ...settings.rules, ...config.settings.rules },
});

// Globs of a configuration file. They are relative to its folder; a name without a slash matches files of that name in
// any folder.
/** Whether a path is below `folder` and matches one of the globs. */
function matcherOf(folder: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs.map(rooted), { dot: true });
  return (path) =>
    path.startsWith(`${folder}/`) && matches(path.slice(folder.length + 1).replaceAll('\\', '/'));
}

/** Limits of a glob: for its length, and for the wildcards of a part between slashes. */
const maxGlobLength = 500;
const maxWildcards = 3;
const maxFolderWildcards = 4;
const maxAlternatives = 100;

/**
 * Whether matching a path takes a short time in any case: a repository contains the glob, and the time grows with the length of the
 * path to the power of the wildcards. Groups in parentheses can be repeated, which is worse.
 */
function isBounded(glob: string): boolean {
  const parts = glob.split('/');
  const groups = glob.match(/\{[^{}]*/g) ?? [];
  const alternatives = groups.reduce((product, group) => product * group.split(',').length, 1);
  return (
    glob.length <= maxGlobLength &&
    !glob.includes('(') &&
    alternatives <= maxAlternatives &&
    parts.filter((part) => part.includes('**')).length <= maxFolderWildcards &&
    parts.every((part) => (part.match(/\*+|\+/g) ?? []).length <= maxWildcards)
  );
}

/** `fixtures/` matches all files in that folder, and `*.draft.md` matches such files in any folder. */
function rooted(glob: string): string {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  return glob.includes('/') ? clean : `**/${clean}`;
}

// Disables a rule in `dossier.config.json` without changing the rest of the file.

/** Returns null if the text cannot be parsed or if the rule is already disabled. */
export function ruleOff(text: string, rule: string): Edit | null {
  const read = parseJsonc(text);
  if (!('root' in read) || read.root.kind !== 'map') return null;
  const rules = read.root.entries.find(({ key }) => key === 'rules');
  if (!rules) return adding(text, read.root, 'rules', `{ "${rule}": "off" }`);
  if (rules.value.kind !== 'map') return null;
  const there = rules.value.entries.find(({ key }) => key === rule);
  if (!there) return adding(text, rules.value, rule, '"off"');
  const { span } = there.value;
  return text.slice(span.start, span.end) === '"off"' ? null : { span, text: '"off"' };
}

/** Inserts after the last entry, on a new line if that entry is on its own line. */
function adding(
  text: string,
  { entries, span }: Extract<Json, { kind: 'map' }>,
  key: string,
  value: string,
): Edit {
  const last = entries.at(-1);
  const written = `"${key}": ${value}`;
  if (!last) return { span: { start: span.start + 1, end: span.start + 1 }, text: ` ${written} ` };
  const at = last.value.span.end;
  return { span: { start: at, end: at }, text: `,${gapBefore(text, last)}${written}` };
}

/** Returns the whitespace before the last entry: a line break with its indentation, or a space. */
function gapBefore(text: string, { keySpan }: JsonEntry): string {
  const start = text.lastIndexOf('\n', keySpan.start - 1);
  const before = text.slice(start + 1, keySpan.start);
  if (start < 0 || before.trim() !== '') return ' ';
  return `${text.charAt(start - 1) === '\r' ? '\r\n' : '\n'}${before}`;
}
