// A file as the features receive it: its text, its location, and what the editor already shows.
import { type View, viewOf } from '../../server/features/view/view';
import type { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { placesOf } from '../../server/hosts/catalog/places';
import type { Context } from '../../server/hosts/model/context';
import { defaultContext } from '../../server/hosts/model/context';
import type { Place } from '../../server/hosts/model/place';
import { placesInUse } from '../../server/settings/chosen';
import { defaultSettings, type Settings } from '../../server/settings/settings';
import { entryHoldersAt } from '../../server/workspace/companions/entries';
import { companionsAt } from '../../server/workspace/companions/files';
import { catalog as everyHost } from './catalog';

export interface Opened {
  /** The path of the file. */
  readonly at?: string;
  /** Hosts that read the file there besides those that are known to. */
  readonly alsoRead?: readonly Place[];
  /** The version of VS Code whose built-in support is active as well. */
  readonly builtinVersion?: string;
  /** Whether the editor shows diagnostics in its hovers. Default: true for VS Code, false for other editors. */
  readonly withFindings?: boolean;
  /** Whether lines end with CRLF. */
  readonly crlf?: true;
  /** Other files of the project by path, such as the manifest that makes a folder a plugin. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly context?: Partial<Context>;
  /** The id of the host that is the running editor. */
  readonly editor?: string;
  /** The known hosts. Default: all. */
  readonly catalog?: HostCatalog;
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
  {
    at = claudeFile,
    alsoRead = [],
    builtinVersion,
    files = {},
    settings,
    context,
    editor,
    catalog = everyHost,
  }: Opened,
): View {
  const target = /^target: *(\S+)/m.exec(text)?.[1];
  const languageId = at.endsWith('.json') ? 'jsonc' : 'chatagent';
  const document = { languageId, path: at, ...(target !== undefined && { target }) };
  const around = {
    has: (path: string) => Object.hasOwn(files, path),
    isFolder: (path: string) => Object.keys(files).some((file) => file.startsWith(`${path}/`)),
    read: (path: string) => files[path] ?? '',
    walk: (folder: string, wanted: (path: string) => boolean) =>
      Object.keys(files).filter(
        (path) => path.startsWith(folder === '' ? '' : `${folder}/`) && wanted(path),
      ),
  };
  return viewOf({
    catalog,
    path: at,
    text,
    entryHolders: () => entryHoldersAt(catalog, at, around),
    companionPlaces: () => companionsAt(at, catalog.mainHosts, around),
    places: [
      ...placesInUse(catalog, placesOf(catalog, at, around), at, {
        ...defaultSettings,
        ...settings,
      }),
      ...alsoRead,
    ],
    // Many templates consist of frontmatter only.
    settings: {
      ...defaultSettings,
      ...settings,
      rules: { 'empty-prompt': 'off', ...settings?.rules },
    },
    context: { ...defaultContext, ...context },
    ...(editor !== undefined && { editor }),
    ...(builtinVersion !== undefined && {
      builtin: catalog.editorSupportFor({ ...document, version: builtinVersion }),
    }),
  });
}
