// After which changes of its files Copilot CLI may load more of a plugin.
import { newManifest } from '../judge/plugins/changes';
import { jsonAt, standardVersion } from '../judge/plugins/plugin-files';
import type { PluginChange, PluginFolder, PluginFormat } from '../model/plugin';
import { manifestFiles } from './plugin';

const ownFolder = 'com.github.copilot';

export const changes: NonNullable<PluginFormat['changes']> = (folder) => {
  if (manifestFiles.every((file) => folder.read(file) === null)) return writtenManifest(folder);
  const isStandard = standardVersion(jsonAt(folder, 'plugin.json'), 'plugin') !== null;
  return [
    ...(isStandard ? [...movedParts(folder, 'agents'), ...movedParts(folder, 'commands')] : []),
    ...quotedHints(folder),
  ];
};

/** The program needs a manifest. The last one that it looks for is the one that most programs read. */
const writtenManifest = (folder: PluginFolder): readonly PluginChange[] =>
  manifestFiles
    .slice(-1)
    .map((file) => ({ moves: [], texts: [{ file, text: newManifest(folder) }] }));

/** In a plugin of the standard, the program has folders of its own for agents and commands, without subfolders. */
function movedParts(
  { paths }: PluginFolder,
  usual: 'agents' | 'commands',
): readonly PluginChange[] {
  const moves = paths.flatMap((from) => {
    const name = from.slice(usual.length + 1);
    if (!from.startsWith(`${usual}/`) || !/^[^./][^/]*\.md$/.test(name)) return [];
    const to = `${ownFolder}/${from}`;
    return paths.includes(to) ? [] : [{ from, to }];
  });
  return moves.length === 0 ? [] : [{ moves, texts: [] }];
}

/** A hint in brackets is a list in YAML, and then the program does not load the command. */
function quotedHints(folder: PluginFolder): readonly PluginChange[] {
  const texts = folder.paths.flatMap((file) => {
    if (!/(?:^|\/)commands\/[^/]+\.md$/.test(file)) return [];
    const text = folder.read(file) ?? '';
    const [head = ''] = /^---\r?\n[\s\S]*?\n---/.exec(text) ?? [];
    const quoted = head.replace(/^(argument-hint:[ \t]*)(\[[^"\\\r\n]*\])[ \t]*$/m, '$1"$2"');
    return quoted === head ? [] : [{ file, text: quoted + text.slice(head.length) }];
  });
  return texts.length === 0 ? [] : [{ moves: [], texts }];
}
