// The declaration of Claude Code, based on running the program itself. docs/hosts/claude-code.md is generated from it.

import { documented } from '../model/evidence';
import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { ran, seen, version } from './evidence';
import { manifest } from './manifest';

export const claudeCode = withBehavior(
  {
    id: 'claude-code',
    name: 'Claude Code',
    version,
    olderVersions: ['2.1.260', '2.1.306'],
    verified: '2026-11-20',
    package: '@anthropic-ai/claude-code',
    start: { command: 'claude --agent {agent}', isForHidden: true, evidence: seen },
    ownFile: '.claude/agents/{name}.md',
    recognizedBy: {
      extensions: ['anthropic.claude-code'],
      home: ['.claude'],
      project: ['.claude'],
      evidence: documented({
        title: 'Visual Studio Marketplace',
        address: 'https://marketplace.visualstudio.com/items?itemName=anthropic.claude-code',
        on: '2026-11-20',
      }),
    },
    locations: [
      {
        glob: '.claude/agents/**/*.md',
        scope: 'project',
        role: 'owner',
        id: 'name-field',
        summary:
          'In the working folder and every folder above it up to the git root, including subfolders.',
        evidence: ran,
      },
      {
        glob: '.claude/agents/**/*.md',
        scope: 'user',
        role: 'owner',
        id: 'name-field',
        summary: 'For all projects of a user, including subfolders.',
        evidence: ran,
      },
      {
        glob: 'agents/**/*.md',
        requiredFile: '.claude-plugin/plugin.json',
        manifest,
        scope: 'plugin',
        role: 'owner',
        dialect: 'plugin',
        id: 'name-field',
        summary: 'In a plugin. The agent is called `plugin:name`.',
        evidence: ran,
      },
    ],
    companionFiles,
  },
  behavior,
);
