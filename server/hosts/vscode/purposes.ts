// The purposes of VS Code's tools: tool sets first, which Copilot CLI accepts too, then their members and former names.
import type { ToolPurposes } from '../model/tool-purposes';

export const purposes: ToolPurposes = {
  'read-file': ['read', 'read/readFile', 'readFile'],
  'list-folder': ['search', 'search/listDirectory', 'listDirectory'],
  'find-files': ['search', 'search/fileSearch', 'fileSearch'],
  'search-text': ['search', 'search/textSearch', 'textSearch', 'search/codebase', 'codebase'],
  'create-file': ['edit', 'edit/createFile', 'createFile'],
  'change-file': ['edit', 'edit/editFiles', 'editFiles'],
  'edit-notebook': ['edit', 'edit/editNotebook', 'editNotebook'],
  'run-command': ['execute', 'execute/runInTerminal', 'runInTerminal', 'runCommands'],
  'fetch-page': ['web', 'web/fetch', 'fetch'],
  'search-web': ['web'],
  'track-todos': ['todo', 'todos'],
  delegate: ['agent', 'agent/runSubagent', 'runSubagent'],
};
