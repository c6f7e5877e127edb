// The declaration of Copilot CLI, based on running the program itself. docs/hosts/copilot-cli.md is generated from it.

import { unknown } from '../model/evidence';
import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { ran, seen, version } from './evidence';

export const copilotCli = withBehavior(
  {
    id: 'copilot-cli',
    name: 'Copilot CLI',
    version,
    olderVersions: ['1.0.60', '1.0.80', '1.0.92'],
    verified: '2026-11-20',
    package: '@github/copilot',
    start: { command: 'copilot --agent {agent}', isForHidden: true, evidence: seen },
    ownFile: '.github/agents/{name}.agent.md',
    recognizedBy: { home: ['.copilot'], evidence: seen },
    locations: [
      {
        glob: '.copilot/agents/**/*.md',
        scope: 'user',
        role: 'owner',
        id: 'path',
        summary: 'For all projects of a user. Takes precedence over the other locations.',
        evidence: ran,
      },
      {
        glob: '.github/agents/**/*.md',
        skipsHidden: true,
        scope: 'project',
        role: 'owner',
        id: 'path',
        summary:
          'In the working folder and every folder above it up to the git root, including subfolders that are not hidden.',
        evidence: ran,
      },
      {
        glob: '.claude/agents/**/*.md',
        skipsHidden: true,
        scope: 'project',
        role: 'guest',
        id: 'path',
        summary: 'The folder of Claude Code. Agents in `.github/agents` take precedence.',
        evidence: ran,
      },
    ],
    pluginManifests: {
      files: [
        'plugin.json',
        '.plugin/plugin.json',
        '.github/plugin/plugin.json',
        '.claude-plugin/plugin.json',
      ],
      evidence: unknown,
    },
    companionFiles,
  },
  behavior,
);
