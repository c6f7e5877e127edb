// After which changes of its files Copilot CLI may load more of a plugin.
import { newManifest } from '../judge/plugins/changes';
import { jsonAt, standardVersion } from '../judge/plugins/plugin-files';
import type { PluginChange, PluginFolder, PluginFormat } from '../model/plugin';
import { manifestFiles } from './plugin';

const ownFolder = 'com.github.copilot';

export const changes: NonNullable<PluginFormat['changes']> = (folder) => {
  if (manifestFiles.every((file) => folder.read(file) === null)) return writtenManifest(folder);
  return standardVersion(jsonAt(folder, 'plugin.json'), 'plugin') === null
    ? []
    : movedParts(folder);
};

/** The program needs a manifest. The last one that it looks for is the one that most programs read. */
const writtenManifest = (folder: PluginFolder): readonly PluginChange[] =>
  manifestFiles
    .slice(-1)
    .map((file) => ({ moves: [], texts: [{ file, text: newManifest(folder) }] }));

/** In a plugin of the standard, the program has a folder of its own for agents and commands, without subfolders. */
function movedParts({ paths }: PluginFolder): readonly PluginChange[] {
  const moves = paths.flatMap((from) => {
    if (!/^(?:agents|commands)\/[^./][^/]*\.md$/.test(from)) return [];
    const to = `${ownFolder}/${from}`;
    return paths.includes(to) ? [] : [{ from, to }];
  });
  return moves.length === 0 ? [] : [{ moves, texts: [] }];
}
