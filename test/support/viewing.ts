// A file as the features see it: text, the place it lies in, and what the editor beside it shows already.
import { type View, viewOf } from '../../server/features/view';
import type { Context } from '../../server/hosts/context';
import { defaultContext } from '../../server/hosts/context';
import { editorSupportFor } from '../../server/hosts/editor-support';
import { placesOf } from '../../server/hosts/places';
import { defaultSettings, type Settings } from '../../server/settings/settings';

export interface Opened {
  /** Where the file lies. */
  readonly at?: string;
  /** The version of VS Code whose own support is there beside us. */
  readonly beside?: string;
  /** The editor shows findings in its hovers. Absent: VS Code does, other editors do not. */
  readonly withFindings?: boolean;
  /** Line breaks as on Windows. */
  readonly crlf?: true;
  /** Other files of the project, by path: the manifest that makes a folder a plugin. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly context?: Partial<Context>;
}

export const claudeFile = '.claude/agents/reviewer.md';
export const vscodeFile = '.github/agents/reviewer.agent.md';
export const opencodeFile = '.opencode/agent/reviewer.md';

export const pluginFile = {
  at: 'plug/agents/reviewer.md',
  files: { 'plug/.claude-plugin/plugin.json': '{ "name": "plug" }' },
} as const;

export function viewAt(
  text: string,
  { at = claudeFile, beside, files = {}, settings, context }: Opened,
): View {
  const target = /^target: *(\S+)/m.exec(text)?.[1];
  const document = { languageId: 'chatagent', path: at, ...(target !== undefined && { target }) };
  return viewOf({
    path: at,
    text,
    places: placesOf(at, {
      has: (path) => Object.hasOwn(files, path),
      read: (path) => files[path] ?? '',
    }),
    // Many templates are of a head alone.
    settings: {
      ...defaultSettings,
      ...settings,
      rules: { 'empty-prompt': 'off', ...settings?.rules },
    },
    context: { ...defaultContext, ...context },
    ...(beside !== undefined && { builtin: editorSupportFor({ ...document, version: beside }) }),
  });
}
