import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { agentConfig, reference, troubleshooting, version } from './evidence';

const json = {
  glob: '.kiro/agents/*.json',
  role: 'owner',
  id: 'name-field',
  kind: 'json',
  dialect: 'json',
} as const;

const markdown = { glob: '.kiro/agents/**/*.md', role: 'owner', id: 'name-field' } as const;

export const kiro = withBehavior(
  {
    id: 'kiro',
    name: 'Kiro',
    version,
    verified: '2026-11-22',
    ownFile: '.kiro/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.kiro'], project: ['.kiro'], evidence: reference },
    companionFiles,
    locations: [
      {
        ...markdown,
        scope: 'project',
        summary: 'Agents of the project, including subfolders, if the workspace is trusted.',
        evidence: agentConfig,
      },
      {
        ...markdown,
        scope: 'user',
        summary: 'For all projects of a user. The project takes precedence.',
        evidence: agentConfig,
      },
      {
        ...json,
        scope: 'project',
        summary: 'Agents of the project in JSON, the only form of earlier versions.',
        evidence: troubleshooting,
      },
      {
        ...json,
        scope: 'user',
        summary: 'Agents of a user in JSON.',
        evidence: troubleshooting,
      },
    ],
  },
  behavior,
);
