// What a user or a team sets, from the editor or the command line; plain data with defaults.
import type { Severity } from '../rules/rule';

export interface Settings {
  /** Hosts that are always judged, and as strictly as owners, whatever folder a file lies in. */
  readonly hosts: readonly string[];
  /** Guests whose findings are shown: none, all, or these. */
  readonly guests: 'none' | 'all' | readonly string[];
  /** Whether VS Code's own support is taken into account: found out, always, never. */
  readonly vscodeBuiltin: 'auto' | 'on' | 'off';
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly allowedFields: readonly string[];
  readonly allowedTools: readonly string[];
  readonly inlayHints: boolean;
}

export const defaultSettings: Settings = {
  hosts: [],
  guests: 'none',
  vscodeBuiltin: 'auto',
  rules: {},
  allowedFields: [],
  allowedTools: [],
  inlayHints: true,
};

const severityWords = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** Reads what an editor sends for the section `dossier`; anything that is not of its type keeps its default. */
export function settingsFrom(sent: unknown): Settings {
  const given = record(sent);
  const inlay = record(given['inlayHints'])['enabled'];
  const builtin = given['vscodeBuiltin'];
  return {
    hosts: texts(given['hosts']),
    guests: guestsFrom(given['guests']),
    vscodeBuiltin: builtin === 'on' || builtin === 'off' ? builtin : 'auto',
    rules: rulesFrom(given['rules']),
    allowedFields: texts(given['allowedFields']),
    allowedTools: texts(given['allowedTools']),
    inlayHints: inlay !== false,
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function guestsFrom(value: unknown): Settings['guests'] {
  if (value === 'all') return 'all';
  return Array.isArray(value) ? texts(value) : 'none';
}

const rulesFrom = (value: unknown): Settings['rules'] =>
  Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, Severity | 'off'] =>
      severityWords.has(String(entry[1])),
    ),
  );
