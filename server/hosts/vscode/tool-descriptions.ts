// What each tool of VS Code does, and the capability that it gives an agent. Maintained by hand; a test checks that every
// name of the generated table is here.
import type { Capability, ToolPurpose } from '../model/tool-purposes';
import type { ToolUse } from '../model/tools';

export type ToolDescription = ToolUse & { readonly means: string; readonly noEqual?: true };

const meaning =
  (does: Capability) =>
  (means: string, ...purposes: ToolPurpose[]): ToolDescription =>
    purposes.length === 0 ? { does, means } : { does, means, purposes };

const reads = meaning('read');
const finds = meaning('search');
const writes = meaning('write');
const runs = meaning('run');
const web = meaning('web');
const other = meaning('other');
const asks = meaning('ask');
const plans = meaning('plan');
const delegates = meaning('delegate');

export const toolDescriptions: Readonly<Record<string, ToolDescription>> = {
  agent: delegates('All tools that delegate work to other agents.', 'delegate'),
  'agent/runSubagent': delegates('Runs another agent on a part of the task.', 'delegate'),

  edit: writes(
    'All tools that create and edit files.',
    'create-file',
    'change-file',
    'edit-notebook',
  ),
  'edit/createDirectory': writes('Creates a folder.'),
  'edit/createFile': writes('Creates a file.', 'create-file'),
  'edit/createJupyterNotebook': writes('Creates a notebook.'),
  'edit/editFiles': writes('Edits files.', 'change-file'),
  'edit/editNotebook': writes('Edits notebook cells.', 'edit-notebook'),
  'edit/rename': writes('Renames a symbol in all files.'),

  execute: runs('All tools that run commands, tasks, tests and notebook cells.', 'run-command'),
  'execute/createAndRunTask': runs('Adds a task to the workspace and runs it.'),
  'execute/getTerminalOutput': runs('Reads the output of a terminal command.'),
  'execute/killTerminal': runs('Closes a terminal.'),
  'execute/runInTerminal': runs('Runs any command in the terminal.', 'run-command'),
  'execute/runNotebookCell': runs('Runs a notebook cell.'),
  'execute/runTask': runs('Runs a workspace task.'),
  'execute/runTests': runs('Runs tests.'),
  'execute/sendToTerminal': runs('Sends input to a running terminal.'),
  'execute/testFailure': reads('Reads the output of the last failed tests.'),

  new: other('All tools that set up a new project.'),

  read: reads('All tools that read files, problems and output.', 'read-file'),
  'read/getNotebookSummary': reads('Lists the cells of a notebook.'),
  'read/getTaskOutput': reads('Reads the output of a task.'),
  'read/problems': reads('Reads errors and warnings from the Problems panel.'),
  'read/readFile': reads('Reads a file.', 'read-file'),
  'read/readNotebookCellOutput': reads('Reads the output of a notebook cell.'),
  'read/terminalLastCommand': reads('Reads the last command of the terminal.'),
  'read/terminalSelection': reads('Reads the terminal selection.'),
  'read/viewImage': reads('Views an image.'),

  search: finds('All tools that search the workspace.', 'list-folder', 'find-files', 'search-text'),
  'search/codebase': { ...finds('Searches code by meaning.', 'search-text'), noEqual: true },
  'search/fileSearch': finds('Finds files by name.', 'find-files'),
  'search/listDirectory': finds('Lists the contents of a folder.', 'list-folder'),
  'search/textSearch': finds('Searches the contents of files.', 'search-text'),
  'search/usages': finds('Finds where a symbol is used.'),

  todo: plans('Manages a to-do list.', 'track-todos'),

  vscode: other('All tools that control the editor.'),
  'vscode.mermaid-markdown-features': other('Draws Mermaid diagrams.'),
  'vscode/askQuestions': asks('Asks the user questions.', 'ask-person'),
  'vscode/extensions': other('Searches for extensions.'),
  'vscode/installExtension': other('Installs an extension.'),
  'vscode/memory': other('Stores notes between sessions.'),
  'vscode/newWorkspace': other('Sets up a new project.'),
  'vscode/resolveMemoryFileUri': other('Resolves the file of a note.'),
  'vscode/runCommand': other('Runs a VS Code command.'),
  'vscode/toolSearch': other('Finds tools that are loaded on demand.'),
  'vscode/vscodeAPI': reads('Reads the documentation of the extension API.'),

  vscodeBrowser: web('All tools that control the integrated browser.'),

  vscodeGeneral: other('General tools of the editor.'),
  'vscodeGeneral/rename': writes('Renames a symbol in all files.'),
  'vscodeGeneral/runTests': runs('Runs tests.'),
  'vscodeGeneral/testFailure': reads('Reads the output of the last failed tests.'),
  'vscodeGeneral/toolSearch': other('Finds tools that are loaded on demand.'),
  'vscodeGeneral/usages': finds('Finds where a symbol is used.'),

  vscodeNotebooks: runs('All notebook tools.'),
  'vscodeNotebooks/createJupyterNotebook': writes('Creates a notebook.'),
  'vscodeNotebooks/editNotebook': writes('Edits notebook cells.', 'edit-notebook'),
  'vscodeNotebooks/getNotebookSummary': reads('Lists the cells of a notebook.'),
  'vscodeNotebooks/readNotebookCellOutput': reads('Reads the output of a notebook cell.'),
  'vscodeNotebooks/runNotebookCell': runs('Runs a notebook cell.'),

  vscodeTasks: runs('All task tools.'),
  'vscodeTasks/createAndRunTask': runs('Adds a task to the workspace and runs it.'),
  'vscodeTasks/getTaskOutput': reads('Reads the output of a task.'),
  'vscodeTasks/problems': reads('Reads errors and warnings from the Problems panel.'),
  'vscodeTasks/runTask': runs('Runs a workspace task.'),

  web: web('All tools that access the web.', 'fetch-page', 'search-web'),
  'web/githubRepo': web('Searches the code of a GitHub repository.'),
  'web/githubTextSearch': web('Searches the text of GitHub repositories.'),
};
