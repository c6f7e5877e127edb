// The files next to the agents of Copilot CLI: MCP servers and skills.

import { definesServersIn } from '../judge/mentions/reference-builders';
import { type CompanionFile, type Missing, skillNames } from '../model/companion';
import { documented } from '../model/evidence';
import { readHere, seenInRuntime } from './evidence';

const skillsPage = documented({
  title: 'GitHub documentation, page "Copilot customization cheat sheet"',
  address: 'https://docs.github.com/en/copilot/reference/customization-cheat-sheet',
  on: '2026-11-21',
});

const servers = [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'defines' }] as const;

export const companionFiles: readonly CompanionFile[] = [
  { glob: '.mcp.json', scope: 'project', format: 'json', names: servers, evidence: readHere },
  {
    glob: '.copilot/mcp-config.json',
    scope: 'user',
    format: 'json',
    names: servers,
    evidence: seenInRuntime,
  },
  {
    glob: '{.github,.claude,.agents}/skills/**/SKILL.md',
    scope: 'project',
    format: 'frontmatter',
    names: skillNames,
    evidence: readHere,
  },
  {
    glob: '.claude/commands/**/*.md',
    scope: 'project',
    format: 'frontmatter',
    names: [{ at: [], as: 'path', kind: 'skill', does: 'defines' }],
    evidence: readHere,
  },
  {
    glob: '.copilot/skills/**/SKILL.md',
    scope: 'user',
    format: 'frontmatter',
    names: skillNames,
    evidence: readHere,
  },
  {
    glob: '.agents/skills/**/SKILL.md',
    scope: 'user',
    format: 'frontmatter',
    names: skillNames,
    evidence: skillsPage,
  },
];

export const missing = {
  skill: {
    effect: '{host} silently starts the agent without it.',
    others: 'Ignore this if {host} itself or a plugin provides it.',
    evidence: readHere,
  },
  'mcp-server': {
    effect: '{host} silently starts the agent without its tools.',
    own: ['github', 'github-mcp-server', 'playwright', 'computer-use'],
    foldsCase: true,
    others: 'Ignore this if {host} itself, a plugin or an account provides it.',
    evidence: readHere,
  },
} as const satisfies Readonly<Record<string, Missing>>;

export const defines = definesServersIn('mcp-servers');
