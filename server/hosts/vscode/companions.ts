// The companion files of VS Code agents: MCP servers, prompt files that run in an agent, and skills.

import { type CompanionFile, type CompanionNameSource, skillNames } from '../model/companion';
import { documented } from '../model/evidence';
import { readHere } from './evidence';

const skillsPage = documented({
  title: 'GitHub documentation, page "Copilot customization cheat sheet"',
  address: 'https://docs.github.com/en/copilot/reference/customization-cheat-sheet',
  on: '2026-11-21',
});

/** Two keys name an agent, which may be a built-in one; `mode` is the former name of the key. A prompt is called like a skill. */
const promptNames: readonly CompanionNameSource[] = [
  { at: [], as: 'path', kind: 'skill', does: 'defines' },
  { at: ['name'], as: 'texts', kind: 'skill', does: 'defines' },
  { at: ['agent'], as: 'texts', kind: 'agent', does: 'names' },
  { at: ['mode'], as: 'texts', kind: 'agent', does: 'names' },
];

export const companionFiles: readonly CompanionFile[] = [
  {
    glob: '.vscode/mcp.json',
    scope: 'project',
    format: 'json',
    names: [{ at: ['servers'], as: 'keys', kind: 'mcp-server', does: 'defines' }],
    evidence: readHere,
  },
  {
    glob: '.github/prompts/*.prompt.md',
    scope: 'project',
    format: 'frontmatter',
    names: promptNames,
    evidence: readHere,
  },
  {
    glob: '{.github,.claude,.agents}/skills/*/SKILL.md',
    scope: 'project',
    format: 'frontmatter',
    names: skillNames,
    evidence: skillsPage,
  },
  {
    glob: '{.copilot,.claude,.agents}/skills/*/SKILL.md',
    scope: 'user',
    format: 'frontmatter',
    names: skillNames,
    evidence: skillsPage,
  },
];
