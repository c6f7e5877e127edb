// The files next to the agents of Copilot CLI: MCP servers and skills.

import { definedServer, entriesIn } from '../judge/reference-builders';
import {
  type CompanionFile,
  type CompanionName,
  type Missing,
  skillNames,
} from '../model/companion';
import { documented } from '../model/evidence';
import type { PersonaInput } from '../model/persona-builder';
import { ran } from './evidence';

const skillsPage = documented('GitHub documentation, page "About agent skills"');

const servers = [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'defines' }] as const;

export const companionFiles: readonly CompanionFile[] = [
  { glob: '.mcp.json', scope: 'project', format: 'json', names: servers, evidence: ran },
  {
    glob: '.copilot/mcp-config.json',
    scope: 'user',
    format: 'json',
    names: servers,
    evidence: ran,
  },
  {
    glob: '{.github,.claude,.agents}/skills/**/SKILL.md',
    scope: 'project',
    format: 'frontmatter',
    names: skillNames,
    evidence: ran,
  },
  {
    glob: '.claude/commands/**/*.md',
    scope: 'project',
    format: 'frontmatter',
    names: [{ at: [], as: 'path', kind: 'skill', does: 'defines' }],
    evidence: ran,
  },
  {
    glob: '.copilot/skills/**/SKILL.md',
    scope: 'user',
    format: 'frontmatter',
    names: skillNames,
    evidence: ran,
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
    evidence: ran,
  },
  'mcp-server': {
    effect: '{host} silently starts the agent without its tools.',
    own: ['github', 'github-mcp-server', 'playwright', 'computer-use'],
    foldsCase: true,
    others: 'Ignore this if {host} itself, a plugin or an account provides it.',
    evidence: ran,
  },
} as const satisfies Readonly<Record<string, Missing>>;

export const defines = ({ text, agent }: PersonaInput): readonly CompanionName[] =>
  entriesIn(agent.fields.find(({ key }) => key === 'mcp-servers')?.value).map((entry) =>
    definedServer(text, entry),
  );
