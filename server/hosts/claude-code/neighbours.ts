// What lies beside the agents of Claude Code: servers, settings, skills, the manifest of a plugin.
import { documented } from '../evidence';
import type { NameAt, NeighbourFile, NeighbourName } from '../neighbour';
import type { PersonaInput } from '../persona';
import { serverOfKey } from '../refer';
import { ran, seen } from './evidence';

const mcpPage = documented('Claude Code documentation, page "Connect to tools via MCP"');
const settingsPage = documented('Claude Code documentation, page "Settings"');
const pluginPage = documented('Claude Code documentation, page "Plugins reference"');

const servers: NameAt = { at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'brings' };

const settings: readonly NameAt[] = [
  {
    at: ['permissions', 'deny'],
    as: 'texts',
    kind: 'agent',
    does: 'denies',
    form: /^(?:Agent|Task)\(([^()]+)\)$/,
  },
  { at: ['enabledMcpjsonServers'], as: 'texts', kind: 'mcp-server', does: 'names' },
  { at: ['disabledMcpjsonServers'], as: 'texts', kind: 'mcp-server', does: 'denies' },
];

/** Whether an agent's list goes by the folder or by the field was not measured: a skill has both names. */
const skill: readonly NameAt[] = [
  { at: [], as: 'folder', kind: 'skill', does: 'brings' },
  { at: ['name'], as: 'texts', kind: 'skill', does: 'brings' },
  { at: ['agent'], as: 'texts', kind: 'agent', does: 'names' },
];

const manifest = '.claude-plugin/plugin.json';
const inPlugin = { scope: 'plugin', beside: manifest } as const;

export const neighbours: readonly NeighbourFile[] = [
  { glob: '.mcp.json', scope: 'project', format: 'json', names: [servers], evidence: mcpPage },
  { glob: '.claude.json', scope: 'user', format: 'json', names: [servers], evidence: mcpPage },
  {
    glob: '.claude/{settings,settings.local}.json',
    scope: 'project',
    format: 'json',
    names: settings,
    evidence: ran,
  },
  {
    glob: '.claude/settings.json',
    scope: 'user',
    format: 'json',
    names: settings,
    evidence: settingsPage,
  },
  {
    glob: '.claude/skills/*/SKILL.md',
    scope: 'project',
    format: 'frontmatter',
    names: skill,
    evidence: seen,
  },
  {
    glob: '.claude/skills/*/SKILL.md',
    scope: 'user',
    format: 'frontmatter',
    names: skill,
    evidence: seen,
  },
  { ...inPlugin, glob: manifest, format: 'json', names: [servers], evidence: pluginPage },
  { ...inPlugin, glob: '.mcp.json', format: 'json', names: [servers], evidence: pluginPage },
  {
    ...inPlugin,
    glob: 'skills/*/SKILL.md',
    format: 'frontmatter',
    names: skill,
    evidence: pluginPage,
  },
];

/** The servers of the agent's own: maps of one key in its list. In a plugin the list has no effect. */
export function brings({ text, fields }: PersonaInput): readonly NeighbourName[] {
  const list = fields.find(({ key, fate }) => key === 'mcpServers' && fate !== 'ignored')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const [only, more] = item.kind === 'map' ? item.entries : [];
    return only && !more ? [serverOfKey(text, only)] : [];
  });
}
