// Tools of Kilo: those of OpenCode, and its own. A rule hides a tool by the tool's own name, although some tools use a
// permission with another name.

import type { Tool, ToolCatalog } from '../model/tools';
import { tools as inherited } from '../opencode/tools';
import { executedHere } from './evidence';

const offered: readonly Tool[] = [
  {
    name: 'plan_exit',
    does: 'plan',
    means: 'Ends plan mode. Denied to custom agents unless the file allows it.',
  },
  {
    name: 'suggest',
    does: 'ask',
    means: 'Suggests a next step to the user. Denied to custom agents unless the file allows it.',
  },
  { name: 'goal', since: '7.7.9', does: 'plan', means: 'Sets a goal to work towards.' },
  { name: 'goal_report', does: 'plan', means: 'Reports a goal as reached or blocked.' },
  { name: 'board_read', does: 'delegate', means: 'Reads the board that agents share.' },
  { name: 'board_post', does: 'delegate', means: 'Posts to the board that agents share.' },
  {
    name: 'background_process',
    does: 'run',
    means: 'Runs a command in the background. Asks for the permission bash.',
    asksAs: 'bash',
  },
  { name: 'schedule_wakeup', does: 'plan', means: 'Schedules the session to continue later.' },
  { name: 'cancel_wakeup', does: 'plan', means: 'Cancels a scheduled continuation.' },
  {
    name: 'cron_create',
    since: '7.7.9',
    does: 'plan',
    means: 'Schedules the session to continue repeatedly.',
  },
  { name: 'cron_list', since: '7.7.9', does: 'plan', means: 'Lists the repeated schedules.' },
  { name: 'cron_delete', since: '7.7.9', does: 'plan', means: 'Deletes a repeated schedule.' },
  {
    name: 'kilo_local_recall',
    does: 'search',
    means: 'Searches former sessions. Uses the permission recall.',
  },
  { name: 'link_pr', since: '7.7.9', does: 'other', means: 'Links the session to a pull request.' },
  {
    name: 'kilo_memory_recall',
    does: 'search',
    means: "Searches the project's memory if it is enabled.",
    sometimes: true,
  },
  {
    name: 'kilo_memory_save',
    does: 'other',
    means: "Adds to the project's memory if it is enabled.",
    sometimes: true,
  },
  {
    name: 'notify_user',
    does: 'ask',
    means: "Notifies the user's other devices if they are connected.",
    sometimes: true,
  },
  {
    name: 'send_file',
    does: 'other',
    means: "Sends a file to the user's other devices if they are connected.",
    sometimes: true,
  },
];

const inEditor = '{host} provides this tool only in its VS Code extension.';

const notOffered: readonly Tool[] = [
  {
    name: 'semantic_search',
    does: 'search',
    means: 'Searches code by meaning.',
    unavailable: '{host} provides this tool only if the code is indexed.',
  },
  {
    name: 'agent_manager',
    does: 'delegate',
    means: 'Runs other sessions.',
    unavailable: inEditor,
  },
  { name: 'browser_open', does: 'web', means: 'Opens a browser.', unavailable: inEditor },
  { name: 'notebook_read', does: 'read', means: 'Reads a notebook.', unavailable: inEditor },
  { name: 'notebook_edit', does: 'write', means: 'Edits a notebook.', unavailable: inEditor },
  { name: 'notebook_execute', does: 'run', means: 'Runs a notebook.', unavailable: inEditor },
];

const own = [...offered, ...notOffered];

export const tools: ToolCatalog = {
  ...inherited,
  tools: [...inherited.tools.filter(({ name }) => !own.some((tool) => tool.name === name)), ...own],
  evidence: executedHere,
};
