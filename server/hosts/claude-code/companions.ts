// The files next to the agents of Claude Code: MCP servers, settings, skills, commands and plugin manifests.

import { t } from '../../text/message';
import { definedServer } from '../judge/mentions/reference-builders';
import type {
  CompanionFile,
  CompanionName,
  CompanionNameSource,
  Missing,
} from '../model/companion';
import { documented } from '../model/evidence';
import type { PersonaInput } from '../model/persona-builder';
import { preloaded, readHere } from './evidence';

export const pluginPage = documented({
  title: 'Claude Code documentation, page "Plugins reference"',
  address: 'https://docs.claude.com/en/docs/claude-code/plugins-reference',
  on: '2026-11-21',
});

const servers: CompanionNameSource = {
  at: ['mcpServers'],
  as: 'keys',
  kind: 'mcp-server',
  does: 'defines',
};

/** The folders of the plugins, and the name of the marketplace in settings such as `tools@market`. */
const marketplace: readonly CompanionNameSource[] = [
  { at: ['plugins', '*', 'source'], as: 'texts', kind: 'plugin', does: 'defines' },
  { at: ['name'], as: 'texts', kind: 'plugin', does: 'names' },
];

const settings: readonly CompanionNameSource[] = [
  { at: ['enabledPlugins'], as: 'keys', kind: 'plugin', does: 'defines', isOn: true },
  {
    at: ['permissions', 'deny'],
    as: 'texts',
    kind: 'agent',
    does: 'denies',
    // One exact name. With a comma, spaces or another case, Claude Code denies no agent.
    form: /^(?:Agent|Task)\(([^(),\s](?:[^(),]*[^(),\s])?)\)$/,
    written: 'Agent({name})',
  },
  // `Skill(name)`, `Skill(/name)`, `Skill(name:*)` and `Skill(name arguments)`.
  ...['allow', 'ask', 'deny'].map(
    (list): CompanionNameSource => ({
      ...{ at: ['permissions', list], as: 'texts', kind: 'skill', does: 'names' },
      form: /^Skill\(\/?([^()*\s]+?)(?::\*|\s[^()]*)?\)$/,
      // In the other lists no such rule was seen to change anything: `test/hosts/guards`.
      ...(list === 'deny' && { written: 'Skill({name})' }),
    }),
  ),
  { at: ['enabledMcpjsonServers'], as: 'texts', kind: 'mcp-server', does: 'names' },
  { at: ['disabledMcpjsonServers'], as: 'texts', kind: 'mcp-server', does: 'denies' },
];

/** Agents cannot use a skill that sets this key. */
const notForAgents = 'disable-model-invocation';

/** An agent can list a skill by its folder name and by its `name` field. */
const skill: readonly CompanionNameSource[] = [
  { at: [], as: 'folder', kind: 'skill', does: 'defines', off: notForAgents },
  { at: ['name'], as: 'texts', kind: 'skill', does: 'defines', off: notForAgents },
  { at: ['agent'], as: 'texts', kind: 'agent', does: 'names' },
];

/** A command is also a skill: `team:review` for `commands/team/review.md`. */
const command: readonly CompanionNameSource[] = [
  { at: [], as: 'path', kind: 'skill', does: 'defines' },
  { at: ['agent'], as: 'texts', kind: 'agent', does: 'names' },
];

const manifest = '.claude-plugin/plugin.json';
const inPlugin = { scope: 'plugin', requiredFile: manifest } as const;

export const companionFiles: readonly CompanionFile[] = [
  { glob: '.mcp.json', scope: 'project', format: 'json', names: [servers], evidence: readHere },
  {
    glob: '.claude.json',
    scope: 'user',
    format: 'json',
    names: [servers, { ...servers, at: ['projects', '*', 'mcpServers'] }],
    evidence: readHere,
  },
  {
    glob: '.claude/{settings,settings.local}.json',
    scope: 'project',
    format: 'json',
    names: settings,
    evidence: readHere,
  },
  {
    glob: '.claude/settings.json',
    scope: 'user',
    format: 'json',
    names: settings,
    evidence: readHere,
  },
  {
    glob: '.claude/skills/*/SKILL.md',
    scope: 'project',
    format: 'frontmatter',
    names: skill,
    evidence: readHere,
  },
  {
    glob: '.claude/skills/*/SKILL.md',
    scope: 'user',
    format: 'frontmatter',
    names: skill,
    evidence: readHere,
  },
  {
    glob: '.claude/commands/**/*.md',
    scope: 'project',
    format: 'frontmatter',
    names: command,
    evidence: readHere,
  },
  {
    glob: '.claude/commands/**/*.md',
    scope: 'user',
    format: 'frontmatter',
    names: command,
    evidence: readHere,
  },
  {
    glob: '.claude-plugin/marketplace.json',
    scope: 'project',
    format: 'json',
    names: marketplace,
    evidence: readHere,
  },
  { ...inPlugin, glob: manifest, format: 'json', names: [servers], evidence: pluginPage },
  { ...inPlugin, glob: '.mcp.json', format: 'json', names: [servers], evidence: pluginPage },
  // An agent of the plugin or of the project can list both names, `review` and `plugin:review`.
  {
    ...{ ...inPlugin, prefixedBy: manifest },
    glob: 'skills/*/SKILL.md',
    format: 'frontmatter',
    names: skill,
    evidence: preloaded,
  },
  {
    ...{ ...inPlugin, prefixedBy: manifest },
    glob: 'commands/**/*.md',
    format: 'frontmatter',
    names: command,
    evidence: preloaded,
  },
];

const inToolName = (name: string): string => name.replaceAll(/[^\w-]/g, '_');

/** Names are compared exactly, including case. */
export const missing = {
  skill: {
    effect: '{host} starts the agent without it and reports it only in its debug log.',
    // Recorded in `test/hosts/guards`.
    inRules: '{host} applies this rule to no skill.',
    // The skills of a plain installation.
    own: [
      ...['deep-research', 'dataviz', 'update-config', 'verify', 'debug', 'code-review'],
      ...['simplify', 'batch', 'fewer-permission-prompts', 'doctor', 'loop', 'claude-api'],
      ...['workflow-authoring', 'run', 'run-skill-generator', 'plugin-authoring'],
    ],
    denied: t(
      '{host} does not give the skill "{name}" to agents because its own file sets `{key}: true`.',
      { key: notForAgents },
    ),
    others: 'Ignore this if a plugin provides it.',
    evidence: readHere,
  },
  'mcp-server': {
    effect: '{host} silently starts the agent without its tools.',
    own: ['ide', 'claude-in-chrome', 'computer-use'],
    spelled: inToolName,
    inPlugin: (plugin, server) => inToolName(`plugin_${plugin}_${server}`),
    elsewhere: /^(?:plugin_|claude_ai_|claude\.ai )/,
    others: 'Ignore this if a plugin, an account or the command line provides it.',
    evidence: readHere,
  },
  file: {
    effect:
      '{host} continues without the hook, which then blocks nothing, and reports it only in its debug log.',
    evidence: readHere,
  },
} as const satisfies Readonly<Record<string, Missing>>;

export const denied = {
  problem: '"{agent}" is denied in {file}.',
  here: '"{agent}" is denied here',
  effect: '{host} does not list it for other agents and refuses every call to it.',
  evidence: readHere,
} as const;

/** The MCP servers that the agent defines itself: maps with one key in `mcpServers`, which has no effect in a plugin. */
export function defines({ text, fields }: PersonaInput): readonly CompanionName[] {
  const list = fields.find(
    ({ key, outcome }) => key === 'mcpServers' && outcome !== 'ignored',
  )?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const [only, more] = item.kind === 'map' ? item.entries : [];
    return only && !more ? [definedServer(text, only)] : [];
  });
}
