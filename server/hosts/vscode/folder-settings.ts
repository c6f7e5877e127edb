// `chat.agentFilesLocations`, as VS Code reads it. Measured in the code that the program runs: the keys are paths, never
// globs, and are resolved from each workspace folder; only direct children of a folder count, and their names must end
// like an agent's.
import type { AddedFolder, FolderChoice, FolderSettings, Location } from '../host';
import { seen } from './evidence';

/** Which paths VS Code resolves. It skips the others with a line in its log: globs, absolute paths and backslashes. */
const isResolved = (path: string): boolean =>
  /\S/.test(path) && !/^(?:[A-Za-z]:[\\/]|\/|~(?!\/))|[\\*?[\]{}]/.test(path);

const inHome = '~/';

/** @param own the locations of VS Code that a setting of `false` disables, by the path that it has to name. */
export const folderSettings = (own: ReadonlyMap<string, Location>): FolderSettings => ({
  file: '.vscode/settings.json',
  key: 'chat.agentFilesLocations',
  endings: ['.agent.md', '.chatmode.md'],
  read: (value) => choiceOf(value, own),
  evidence: seen,
});

function choiceOf(value: unknown, own: ReadonlyMap<string, Location>): FolderChoice {
  const added: AddedFolder[] = [];
  const disabled: Location[] = [];
  const entries =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [];
  for (const [key, setting] of entries) {
    const path = key.trim();
    const isOn = switchOf(setting);
    const location = own.get(path);
    if (isOn === undefined || !isResolved(path)) continue;
    if (location) {
      if (!isOn) disabled.push(location);
    } else if (isOn) added.push(addedFolder(path, added.length));
  }
  return { added, disabled };
}

/** VS Code takes these two words for the values that they name. */
function switchOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

const locations = new Map<string, Location>();
/** The position of each added folder in its setting. */
const positions = new WeakMap<Location, number>();

/** How many folders stand before this one in the setting that added it; undefined for a location of VS Code's own. */
export const positionOf = (location: Location): number | undefined => positions.get(location);

/** The same object for the same folder at the same position, because places are compared by it. */
function addedFolder(path: string, position: number): AddedFolder {
  const isOfUser = path.startsWith(inHome);
  const folder = isOfUser ? path.slice(inHome.length) : path;
  const key = `${position} ${path}`;
  let location = locations.get(key);
  if (!location) {
    const name = folder.replace(/^(?:\.\/)+|\/+$/g, '') || '.';
    location = {
      glob: `${name}/*.agent.md`,
      scope: isOfUser ? 'user' : 'project',
      role: 'owner',
      ...(/(?:^|\/)\.claude\/agents$/.test(name) && { dialect: 'claude' }),
      id: 'name-field',
      summary:
        'Added by "chat.agentFilesLocations", which only the local agent harness of VS Code honors: not Copilot CLI, Claude Code or the cloud agent. Not in folders below it.',
      evidence: seen,
    };
    locations.set(key, location);
    positions.set(location, position);
  }
  return { folder, location };
}
