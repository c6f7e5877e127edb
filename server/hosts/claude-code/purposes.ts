// The tools of Claude Code by purpose, including former names that are still in use.
import type { ToolPurposes } from '../model/tool-purposes';

export const purposes: ToolPurposes = {
  'read-file': ['Read', 'View', 'NotebookRead'],
  'list-folder': ['Glob', 'LS'],
  'find-files': ['Glob'],
  'search-text': ['Grep'],
  'create-file': ['Write'],
  'change-file': ['Edit', 'MultiEdit', 'Replace'],
  'edit-notebook': ['NotebookEdit'],
  'run-command': ['Bash'],
  'fetch-page': ['WebFetch'],
  'search-web': ['WebSearch'],
  'track-todos': ['TodoWrite', 'TodoRead'],
  delegate: ['Agent', 'Task'],
  'use-skill': ['Skill'],
};
