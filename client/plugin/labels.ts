// The texts of the table of a plugin.
import type {
  PartInProgram,
  PluginAnswer,
  PluginFix,
  PluginInProgram,
  PluginPart,
} from '../../server/protocol/protocol';
import { plural, t } from '../l10n';

export interface Cell {
  readonly label: string;
  readonly tone: 'loaded' | 'dropped' | 'unknown';
  /** The label is a name and not a phrase. */
  readonly isName: boolean;
  /** Why it is not loaded: a sentence. */
  readonly why: string | null;
}

const unknownCell = (): Cell => ({
  ...{ label: t('not known'), tone: 'unknown', isName: false, why: null },
});

const droppedCell = (why: string | null): Cell => ({
  ...{ label: t('not loaded'), tone: 'dropped', isName: false, why },
});

const loadedCell = (name: string | null): Cell => ({
  ...{ label: name ?? t('loads'), tone: 'loaded', isName: name !== null, why: null },
});

/** What a program does with the plugin. */
export function pluginCell({ isKnown, name, fault }: PluginInProgram): Cell {
  if (!isKnown) return unknownCell();
  return fault === null && name !== null ? loadedCell(name) : droppedCell(fault);
}

/** What it does with a part. */
export function partCell({ isLoaded, name, why }: PartInProgram): Cell {
  if (isLoaded === null) return unknownCell();
  return isLoaded ? loadedCell(name) : droppedCell(why);
}

export const kindLabel = (kind: PluginPart['kind']): string =>
  ({
    agent: t('Agent'),
    skill: t('Skill'),
    command: t('Command'),
    hooks: t('Hooks'),
    server: t('MCP server'),
  })[kind];

/** `agents/reviewer.md`, or `db in .mcp.json` for a server. */
export const partLabel = ({ file, server }: PluginPart): string =>
  server === undefined ? file : t('{0} in {1}', server, file);

/** `Claude Code: 3 of 4 parts`, for each program whose plugins are known. */
export const summariesOf = ({ plugin, hostNames }: PluginAnswer): readonly string[] =>
  plugin.programs.flatMap(({ host, isKnown }, index) => {
    const loaded = plugin.parts.filter(({ programs }) => programs[index]?.isLoaded).length;
    const { length } = plugin.parts;
    return isKnown
      ? [
          t(
            '{0}: {1}',
            hostNames[host] ?? host,
            plural(length, '{1} of {0} part', '{1} of {0} parts', loaded),
          ),
        ]
      : [];
  });

/** What a change does with files, one line for each. */
export const changesOf = ({ moves, files }: PluginFix): readonly string[] => [
  ...moves.map(({ from, to }) => t('Move {0} to {1}', from, to)),
  ...files.map(({ file, isNew }) => (isNew ? t('Create {0}', file) : t('Change {0}', file))),
];
