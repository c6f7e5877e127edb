// `chat.agentFilesLocations`, as VS Code reads it. Measured in the running program: the keys are paths, never
// globs, and are resolved from each workspace folder; only direct children of a folder count.
import type { AddedFolder, FolderSettings, FolderSettingValue, Location } from '../model/location';
import { readHere } from './evidence';

/** Whether VS Code resolves the path. It skips globs, absolute paths and backslashes, and logs that. */
const isResolved = (path: string): boolean =>
  /\S/.test(path) && !/^(?:[A-Za-z]:[\\/]|\/|~(?!\/))|[\\*?[\]{}]/.test(path);

/** Whether the path would be resolved below a workspace folder if it contained no stars. */
const isGlob = (path: string): boolean => path.includes('*') && !/^[/~]|[\\?[\]{}:]/.test(path);

const endings = ['.agent.md', '.chatmode.md'];
const plainFolders = ['.github/agents', '.claude/agents', '.copilot/agents'];
const notAgents = ['README.md', 'SKILL.md', 'copilot-instructions.md'];

/** A file that ends in plain `.md` is an agent only in a folder with the name of one of VS Code's own folders. */
function isAgent(path: string): boolean {
  if (endings.some((ending) => path.endsWith(ending))) return true;
  const slash = path.lastIndexOf('/');
  return (
    path.endsWith('.md') &&
    !notAgents.includes(path.slice(slash + 1)) &&
    plainFolders.some((folder) => `/${path.slice(0, slash)}`.endsWith(`/${folder}`))
  );
}

const inHome = '~/';

const locationsSetting = 'chat.agentFilesLocations';

/** The settings of VS Code that decide about agents. */
export const settingKeys: readonly string[] = [locationsSetting];

/** @param own the locations of VS Code that the value `false` disables, by the path that the setting has to contain. */
export const folderSettings = (own: ReadonlyMap<string, Location>): FolderSettings => ({
  file: '.vscode/settings.json',
  key: locationsSetting,
  summary:
    'Adds folders (true) and disables the folders above (false). Keys are paths, not globs. Only the local agent harness of VS Code applies it, not Copilot CLI, Claude Code or the cloud agent.',
  endings,
  isAgent,
  read: (value) => choiceOf(value, own),
  evidence: readHere,
});

function choiceOf(value: unknown, own: ReadonlyMap<string, Location>): FolderSettingValue {
  const added: AddedFolder[] = [];
  const disabled: Location[] = [];
  const skipped: string[] = [];
  const entries =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [];
  for (const [key, setting] of entries) {
    const path = key.trim();
    const isOn = booleanOf(setting);
    const location = own.get(path);
    if (isOn && isGlob(path)) skipped.push(path);
    if (isOn === undefined || !isResolved(path)) continue;
    if (location) {
      if (!isOn) disabled.push(location);
    } else if (isOn) added.push(addedFolder(path, added.length));
  }
  return { added, disabled, skipped };
}

/** VS Code also accepts the strings "true" and "false". */
function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

const locations = new Map<string, Location>();
/** The position of each added folder in its setting. */
const positions = new WeakMap<Location, number>();

/** How many folders precede this one in the setting that added it; undefined for a location of VS Code's own. */
export const positionOf = (location: Location): number | undefined => positions.get(location);

/** Returns the same object for the same folder at the same position, because places are compared by identity. */
function addedFolder(path: string, position: number): AddedFolder {
  const isOfUser = path.startsWith(inHome);
  const folder = isOfUser ? path.slice(inHome.length) : path;
  const key = `${position} ${path}`;
  let location = locations.get(key);
  if (!location) {
    const name = folder.replace(/^(?:\.\/)+|(?<!\/)\/+$/g, '') || '.';
    location = {
      glob: `${name}/*.agent.md`,
      scope: isOfUser ? 'user' : 'project',
      role: 'owner',
      ...(/(?:^|\/)\.claude\/agents$/.test(name) && { dialect: 'claude' }),
      id: 'name-field',
      summary:
        'Added by "chat.agentFilesLocations", which only the local agent harness of VS Code applies, not Copilot CLI, Claude Code or the cloud agent. Subfolders are not searched.',
      evidence: readHere,
    };
    locations.set(key, location);
    positions.set(location, position);
  }
  return { folder, location };
}
