// What lies beside the agents of Copilot CLI: servers and skills.
import { documented } from '../evidence';
import { type NeighbourFile, type NeighbourName, skillNames } from '../neighbour';
import type { PersonaInput } from '../persona';
import { entriesIn, serverOfKey } from '../refer';

const mcpPage = documented('GitHub documentation, page "Using GitHub Copilot CLI"');
const skillsPage = documented('GitHub documentation, page "About agent skills"');

export const neighbours: readonly NeighbourFile[] = [
  {
    glob: '.copilot/mcp-config.json',
    scope: 'user',
    format: 'json',
    names: [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'brings' }],
    evidence: mcpPage,
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

export const brings = ({ text, agent }: PersonaInput): readonly NeighbourName[] =>
  entriesIn(agent.fields.find(({ key }) => key === 'mcp-servers')?.value).map((entry) =>
    serverOfKey(text, entry),
  );
