// The tools of Copilot CLI by purpose. Names that VS Code accepts too come first.
import type { ToolPurposes } from '../model/tool-purposes';

export const purposes: ToolPurposes = {
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
