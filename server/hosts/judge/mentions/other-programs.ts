// Tools of programs that are not among the supported hosts, to recognize what an author meant by such a name.

import { type Evidence, read } from '../../model/evidence';
import { purposesOf, type ToolPurpose, type ToolPurposes } from '../../model/tool-purposes';

export interface OtherProgram {
  readonly name: string;
  readonly purposes: ToolPurposes;
  readonly evidence: Evidence;
}

const shared: ToolPurposes = {
  'read-file': ['read_file', 'read_many_files'],
  'list-folder': ['list_directory'],
  'find-files': ['glob'],
  'search-text': ['grep_search', 'search_file_content'],
  'create-file': ['write_file'],
  'run-command': ['run_shell_command'],
  'fetch-page': ['web_fetch'],
};

export const elsewhere: readonly OtherProgram[] = [
  {
    name: 'Gemini CLI',
    purposes: {
      ...shared,
      'change-file': ['replace'],
      'search-web': ['google_web_search'],
      'track-todos': ['write_todos'],
      'use-skill': ['activate_skill'],
      'ask-person': ['ask_user'],
    },
    evidence: read({
      package: '@google/gemini-cli-core',
      version: '0.61.0',
      file: 'dist/src/tools/tool-names.js',
    }),
  },
  {
    name: 'Qwen Code',
    purposes: {
      ...shared,
      'change-file': ['edit', 'edit_file'],
      'edit-notebook': ['notebook_edit'],
      'search-web': ['web_search'],
      'track-todos': ['todo_write'],
      delegate: ['agent', 'task'],
      'use-skill': ['skill'],
    },
    evidence: read({
      package: '@qwen-code/qwen-code',
      version: '0.24.4',
      file: 'chunks, module of the tool names',
    }),
  },
];

/** The name of a program that has a tool with this name; undefined if none has. */
export const otherProgramWithTool = (tool: string): string | undefined =>
  elsewhere.find(({ purposes }) => purposesOf(tool, purposes).length > 0)?.name;

/**
 * What authors mean by names of tools that no program here has. A guess by the words of the name, so only suggestions depend on it.
 */
const commonNames: ToolPurposes = {
  'list-folder': ['list_files', 'list_dir', 'list_folder'],
  'find-files': ['file_search', 'find_files', 'glob_search'],
  'search-text': ['search_files', 'codebase_search', 'search_code', 'search_text'],
  'create-file': ['write_to_file', 'create_file'],
  'change-file': ['replace_in_file', 'search_replace', 'apply_diff', 'edit_file', 'str_replace'],
  'run-command': ['execute_command', 'run_command', 'run_terminal_cmd', 'run_terminal'],
  'fetch-page': ['fetch_url', 'fetch_webpage'],
  'search-web': ['search_web'],
};

/** The purposes that the words of a name express; empty for other names. */
export const purposesByWords = (name: string): readonly ToolPurpose[] =>
  purposesOf(name.toLowerCase().replaceAll('-', '_'), commonNames);

/** Tags of the tool calls with which models write files, in any program. */
export const callTags: ReadonlySet<string> = new Set([
  ...['content', 'file_content', 'file_text', 'new_string', 'invoke', 'parameter', 'parameters'],
  ...['function_calls', 'function_call', 'tool_call', 'tool_calls', 'tool_use', 'write_to_file'],
  ...['create_file', 'write_file', 'antml:invoke', 'antml:parameter', 'antml:function_calls'],
]);
