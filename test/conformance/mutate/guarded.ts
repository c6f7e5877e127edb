// Settings that take tools away, to be laid around agents.

import type { Question } from '../question';
import type { Dice } from '../random';

type Around = NonNullable<Question['around']>;

const some = <T>(list: readonly T[], most: number, chance: Dice): readonly T[] =>
  Array.from({ length: chance.upTo(most + 1) }, () => chance.of(list));

const rules = [
  ...['Bash', 'Read', 'Edit', 'Write', 'Grep', 'Glob', 'WebFetch', 'WebSearch', 'Task', 'Agent'],
  ...['Skill', 'NotebookEdit', 'TodoWrite', 'MultiEdit', 'LS', 'bash', 'Bash(*)', 'Bash(rm:*)'],
  ...['Read(.env)', 'Edit(src/**)', 'Read(**)', 'Edit(**)', 'Write(*)', 'WebFetch(domain:a.b)'],
  ...['*', 'Web*', 'B*', 'Bash()', 'Bash(', 'Agent(x)', 'mcp__files', 'mcp__*', 'Read, Bash', ''],
];

/** Permissions as Claude Code reads them; now and then the file is not used, because of another value. */
const permissions = (chance: Dice): string =>
  JSON.stringify({
    permissions: {
      deny: some(rules, 4, chance),
      ...(chance.once(2) && { ask: some(rules, 2, chance) }),
      ...(chance.once(2) && { allow: some(rules, 2, chance) }),
      ...(chance.once(8) && { defaultMode: chance.of(['acceptEdits', 'plan', 'dontAsk']) }),
    },
    ...(chance.once(6) && { cleanupPeriodDays: '30' }),
  });

const names = [
  ...['bash', 'edit', 'write', 'read', 'grep', 'glob', 'list', 'webfetch', 'task', 'todowrite'],
  ...['*', 'patch', 'Bash', 'skill', 'external_directory', 'ba*', 'websearch', 'todoread'],
];
const actions = ['allow', 'ask', 'deny', 'deny'];

/** Of these, a map is no rule, and costs the whole file. */
const whole: readonly string[] = ['webfetch', 'websearch', 'todowrite', 'todoread'];

const rule = (name: string, chance: Dice): unknown =>
  chance.once(3) && !whole.includes(name)
    ? { [chance.of(['*', 'git *', 'src/**'])]: chance.of(actions), '*': chance.of(actions) }
    : chance.of(actions);

const configuration = (chance: Dice): string =>
  JSON.stringify({
    permission: Object.fromEntries(
      some(names, 4, chance).map((name) => [name, rule(name, chance)]),
    ),
    ...(chance.once(2) && {
      tools: Object.fromEntries(some(names, 3, chance).map((name) => [name, chance.once(3)])),
    }),
  });

/** Names for the lists of Gemini CLI, some of which stand for no tool. Which of two tools searches files depends on the machine. */
const toolNames = [
  ...['read_file', 'write_file', 'replace', 'glob', 'grep_search', 'list_directory', 'ask_user'],
  ...['run_shell_command', 'web_fetch', 'google_web_search', 'activate_skill', 'complete_task'],
  ...['invoke_agent', 'write_todos', 'enter_plan_mode', 'exit_plan_mode', 'search_file_content'],
  ...['ReadFileTool', 'ShellTool', 'EditTool', 'GlobTool', 'LSTool', 'WebFetchTool'],
  ...['run_shell_command(git)', 'ShellTool(rm)', 'run_shell_command(rm *)', 'run_shell_command()'],
  ...['write_file(src)', 'WriteFileTool(src)', 'ReadFile', 'Bash', '*', 'read_*', 'mcp_tickets_*'],
  ...['mcp_tickets_list', 'read_mcp_resource', 'list_mcp_resources', ' read_file', 'Read_File'],
];

const servers = ['tickets', 'docs', '*'];

const listsOfTools = (chance: Dice): string =>
  JSON.stringify({
    tools: {
      ...(chance.once(2) && { exclude: some(toolNames, 4, chance) }),
      ...(chance.once(2) && { core: some([...toolNames, ...mostNeeded], 8, chance) }),
      ...(chance.once(2) && { allowed: some(toolNames, 3, chance) }),
      ...(chance.once(4) && { confirmationRequired: some(toolNames, 3, chance) }),
    },
    ...(chance.once(3) && {
      mcp: {
        ...(chance.once(2) && { allowed: some(servers, 2, chance) }),
        ...(chance.once(2) && { excluded: some(servers, 2, chance) }),
      },
    }),
    ...(chance.once(3) && { mcpServers: { tickets: { command: 'missing-program' } } }),
    ...(chance.once(6) && { general: { defaultApprovalMode: chance.of(['auto_edit', 'plan']) } }),
  });

/** Without the first, no agent returns a result. */
const mostNeeded = ['complete_task', 'complete_task', 'read_file', 'run_shell_command', 'replace'];

/** By the id of a program: settings of a project. */
export const guardedBy: Readonly<Record<string, (chance: Dice) => Around>> = {
  'claude-code': (chance) => ({
    '.claude/settings.json': permissions(chance),
    ...(chance.once(3) && { '.claude/settings.local.json': permissions(chance) }),
  }),
  'gemini-cli': (chance) => ({ '.gemini/settings.json': listsOfTools(chance) }),
  opencode: (chance) => ({ 'opencode.json': configuration(chance) }),
  kilo: (chance) => ({ 'kilo.json': configuration(chance) }),
};
