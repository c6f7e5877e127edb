// The declaration of Gemini CLI, based on running its loader. docs/hosts/gemini-cli.md is generated from it.

import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { ran, seenIn, version } from './evidence';

const folder = {
  glob: '.gemini/agents/*.md',
  ignoredPrefix: '_',
  role: 'owner',
  id: 'name-field',
} as const;

export const geminiCli = withBehavior(
  {
    id: 'gemini-cli',
    name: 'Gemini CLI',
    version,
    verified: '2026-11-21',
    package: '@google/gemini-cli-core',
    ownFile: '.gemini/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: {
      home: ['.gemini'],
      project: ['.gemini'],
      evidence: seenIn('config/storage.js'),
    },
    locations: [
      {
        ...folder,
        scope: 'project',
        summary:
          'Agents of the project, without subfolders. The user confirms each version of a file once.',
        evidence: ran,
      },
      {
        ...folder,
        scope: 'user',
        summary: 'For all projects of a user. The project takes precedence.',
        evidence: seenIn('config/storage.js'),
      },
    ],
    companionFiles,
  },
  behavior,
);
