// What the standard "Agent Plugins" requires of programs for a part of a plugin, with the section that states it. Which program
// differs is no data: what each loads is known from its own recorded cases.
import { outlineOfFile } from '../../../agent/outline';
import { entryOf, textOf } from '../../../yaml/value';
import type { PluginFolder } from '../../model/plugin';
import { unmarkedJsonReader } from '../reading/strict-json-reader';
import { isMap, jsonAt, standardVersion } from './plugin-files';
import { specification } from './standard';
import { standardCommand, standardServerProblems, standardUrl } from './standard-server-rules';
import { standardServerFile, streamableHttp } from './standard-servers';

/** What a program that supports a kind of part must do with one. */
export interface StandardStatement {
  readonly section: string;
  readonly requires: 'loads' | 'skips';
}

interface Part {
  readonly kind: string;
  readonly file: string;
  readonly server: string | null;
}

/** The version whose statements these are. */
export const statedVersion = '1.0.0';

const optional = 'sse';

const servers = standardServerFile({
  ...{ command: standardCommand, url: standardUrl },
  remote: [streamableHttp, { value: optional, means: '' }],
  judge: standardServerProblems,
  reader: unmarkedJsonReader,
  isRefused: () => false,
  evidence: specification,
});

/** Whether the manifest at the root declares this version. */
export const declaresStatedVersion = (folder: PluginFolder): boolean =>
  standardVersion(jsonAt(folder, 'plugin.json'), 'plugin') === statedVersion;

/** What is stated of a part of a plugin that declares the version; null where nothing is, or where programs are free. */
export const statementOn = (part: Part, folder: PluginFolder): StandardStatement | null =>
  part.kind === 'skill'
    ? onSkill(part, folder)
    : part.kind === 'server'
      ? onServer(part, folder)
      : null;

/** Skills are directly below `skills`, and named like their folders. */
function onSkill({ file }: Part, folder: PluginFolder): StandardStatement | null {
  const [top, own, ...below] = file.split('/');
  if (top !== 'skills') return null;
  if (below.length > 1) return { section: '7.1', requires: 'skips' };
  const name = textOf(entryOf(outlineOfFile(file, folder.read(file) ?? '').fields, 'name')?.value);
  return name === undefined || name === own ? null : { section: '7.1', requires: 'skips' };
}

/** Each server by itself. What is wrong around them costs them all. */
function onServer({ file, server }: Part, folder: PluginFolder): StandardStatement | null {
  if (file !== 'mcp.json' || isAmbiguous(folder.read(file) ?? '')) return null;
  const isValid = servers.serversIn(folder.read).some(({ name }) => name === server);
  if (!isValid) return { section: '7.2.2', requires: 'skips' };
  const value = jsonAt(folder, file);
  const all = isMap(value) && isMap(value['mcpServers']) ? value['mcpServers'] : {};
  const own = all[server ?? ''];
  return isMap(own) && own['type'] === optional ? null : { section: '7.2.2', requires: 'loads' };
}

/** Nothing is stated of JSON with a byte order mark, or in which a key is there twice. */
const isAmbiguous = (text: string): boolean =>
  text.startsWith('\ufeff') ||
  ['"$schema"', '"mcpServers"'].some((key) => text.split(key).length > 2);
