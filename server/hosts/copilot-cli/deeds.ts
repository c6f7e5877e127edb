// What the tools of Copilot CLI are for: the words that VS Code takes as well first, then its own names.
import type { Deeds } from '../deeds';

export const deeds: Deeds = {
  'read-file': ['read', 'view'],
  'list-folder': ['read', 'view'],
  'find-files': ['search', 'glob'],
  'search-text': ['search', 'grep'],
  'create-file': ['edit', 'create', 'write'],
  'change-file': ['edit'],
  'edit-notebook': ['edit', 'notebookedit'],
  'run-command': ['execute', 'bash', 'shell'],
  'fetch-page': ['web', 'web_fetch'],
  'search-web': ['web'],
  'track-todos': ['todo', 'update_todo'],
  delegate: ['agent', 'task', 'custom-agent'],
};
