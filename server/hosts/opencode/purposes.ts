// The purposes of the permissions in OpenCode and Kilo. The permission "edit" covers everything that writes.
import type { ToolPurposes } from '../model/tool-purposes';

export const purposes: ToolPurposes = {
  'read-file': ['read'],
  'list-folder': ['read', 'list'],
  'find-files': ['glob'],
  'search-text': ['grep'],
  'create-file': ['edit', 'write'],
  'change-file': ['edit', 'patch', 'multiedit', 'apply_patch'],
  'edit-notebook': ['edit'],
  'run-command': ['bash'],
  'fetch-page': ['webfetch'],
  'search-web': ['websearch', 'codesearch'],
  'track-todos': ['todowrite', 'todoread'],
  delegate: ['task'],
  'use-skill': ['skill'],
  'ask-person': ['question'],
};
