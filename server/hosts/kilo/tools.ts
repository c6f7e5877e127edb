// Tools of Kilo: those of OpenCode, and its own. A tool is hidden by a rule about its own name; some ask for a permission
// of another name when they are used.
import { tools as inherited } from '../opencode/tools';
import type { Tool, ToolCatalogue } from '../tools';
import { ran } from './evidence';

const offered: readonly Tool[] = [
  {
    name: 'plan_exit',
    does: 'plan',
    means: 'Ends plan mode. Denied to own agents unless the file allows it.',
  },
  {
    name: 'suggest',
    does: 'ask',
    means: 'Suggests a next step to the person. Denied to own agents unless the file allows it.',
  },
  { name: 'goal', does: 'plan', means: 'Sets a goal to work towards.' },
  { name: 'goal_report', does: 'plan', means: 'Reports a goal as reached or blocked.' },
  { name: 'board_read', does: 'delegate', means: 'Reads the board that agents share.' },
  { name: 'board_post', does: 'delegate', means: 'Writes on the board that agents share.' },
  {
    name: 'background_process',
    does: 'run',
    means: 'Runs a command in the background. Asks for the permission bash.',
    asksAs: 'bash',
  },
  { name: 'schedule_wakeup', does: 'plan', means: 'Goes on with the session at a later time.' },
  { name: 'cancel_wakeup', does: 'plan', means: 'Takes back a later time that was set.' },
  { name: 'cron_create', does: 'plan', means: 'Goes on with the session again and again.' },
  { name: 'cron_list', does: 'plan', means: 'Lists the times that were set.' },
  { name: 'cron_delete', does: 'plan', means: 'Removes a time that was set.' },
  {
    name: 'kilo_local_recall',
    does: 'search',
    means: 'Searches former sessions. Asks for the permission recall.',
  },
  { name: 'link_pr', does: 'other', means: 'Links the session to a pull request.' },
  {
    name: 'kilo_memory_recall',
    does: 'search',
    means: "Searches the project's memory, where it is switched on.",
    sometimes: true,
  },
  {
    name: 'kilo_memory_save',
    does: 'other',
    means: "Adds to the project's memory, where it is switched on.",
    sometimes: true,
  },
  {
    name: 'notify_user',
    does: 'ask',
    means: "Notifies the person's other devices, where they are connected.",
    sometimes: true,
  },
  {
    name: 'send_file',
    does: 'other',
    means: "Sends a file to the person's other devices, where they are connected.",
    sometimes: true,
  },
];

const inEditor = '{host} gives this tool only inside its VS Code extension.';

const notOffered: readonly Tool[] = [
  {
    name: 'semantic_search',
    does: 'search',
    means: 'Searches the code by meaning.',
    unavailable: '{host} gives this tool only where the code is indexed.',
  },
  {
    name: 'agent_manager',
    does: 'delegate',
    means: 'Runs other sessions.',
    unavailable: inEditor,
  },
  { name: 'browser_open', does: 'web', means: 'Opens a browser.', unavailable: inEditor },
  { name: 'notebook_read', does: 'read', means: 'Reads a notebook.', unavailable: inEditor },
  { name: 'notebook_edit', does: 'write', means: 'Changes a notebook.', unavailable: inEditor },
  { name: 'notebook_execute', does: 'run', means: 'Runs a notebook.', unavailable: inEditor },
];

const own = [...offered, ...notOffered];

export const tools: ToolCatalogue = {
  ...inherited,
  tools: [...inherited.tools.filter(({ name }) => !own.some((tool) => tool.name === name)), ...own],
  evidence: ran,
};
