// What each tool of VS Code does, in our own words, and what it lets an agent do. Kept by hand; a test asks for
// every name of the generated table.
import type { Capability } from '../capabilities';

export interface Meaning {
  readonly means: string;
  readonly does: Capability;
}

const meaning =
  (does: Capability) =>
  (means: string): Meaning => ({ does, means });

const reads = meaning('read');
const finds = meaning('search');
const writes = meaning('write');
const runs = meaning('run');
const web = meaning('web');
const other = meaning('other');
const asks = meaning('ask');
const plans = meaning('plan');
const delegates = meaning('delegate');

export const meanings: Readonly<Record<string, Meaning>> = {
  agent: delegates('Everything that hands work to other agents.'),
  'agent/runSubagent': delegates('Runs another agent on a part of the work.'),

  edit: writes('Everything that makes and changes files.'),
  'edit/createDirectory': writes('Makes a folder.'),
  'edit/createFile': writes('Makes a file.'),
  'edit/createJupyterNotebook': writes('Makes a notebook.'),
  'edit/editFiles': writes('Changes files.'),
  'edit/editNotebook': writes('Changes cells of a notebook.'),
  'edit/rename': writes('Renames a symbol in all files.'),

  execute: runs('Everything that runs commands, tasks, tests and notebook cells.'),
  'execute/createAndRunTask': runs('Writes a task into the workspace and runs it.'),
  'execute/getTerminalOutput': runs('Reads what a command in the terminal has printed.'),
  'execute/killTerminal': runs('Ends a terminal.'),
  'execute/runInTerminal': runs('Runs any command in the terminal.'),
  'execute/runNotebookCell': runs('Runs a cell of a notebook.'),
  'execute/runTask': runs('Runs a task of the workspace.'),
  'execute/runTests': runs('Runs tests.'),
  'execute/sendToTerminal': runs('Types into a terminal that is running.'),
  'execute/testFailure': reads('Reads what the last failing tests said.'),

  new: other('Everything that begins a new project.'),

  read: reads('Everything that reads files, problems and output.'),
  'read/getNotebookSummary': reads('Lists the cells of a notebook.'),
  'read/getTaskOutput': reads('Reads what a task has printed.'),
  'read/problems': reads('Reads errors and warnings of the Problems panel.'),
  'read/readFile': reads('Reads a file.'),
  'read/readNotebookCellOutput': reads('Reads the output of a notebook cell.'),
  'read/terminalLastCommand': reads('Reads the last command of the terminal.'),
  'read/terminalSelection': reads('Reads what is selected in the terminal.'),
  'read/viewImage': reads('Looks at a picture.'),

  search: finds('Everything that searches the workspace.'),
  'search/codebase': finds('Finds code by its meaning.'),
  'search/fileSearch': finds('Finds files by name.'),
  'search/listDirectory': finds('Lists a folder.'),
  'search/textSearch': finds('Searches the text of files.'),
  'search/usages': finds('Finds where a symbol is used.'),

  todo: plans('Keeps a list of what is to be done.'),

  vscode: other('Everything that concerns the editor itself.'),
  'vscode.mermaid-markdown-features': other('Draws Mermaid diagrams.'),
  'vscode/askQuestions': asks('Asks the person questions.'),
  'vscode/extensions': other('Searches for extensions.'),
  'vscode/installExtension': other('Installs an extension.'),
  'vscode/memory': other('Keeps notes between sessions.'),
  'vscode/newWorkspace': other('Sets up a new project.'),
  'vscode/resolveMemoryFileUri': other('Finds the file of a note.'),
  'vscode/runCommand': other('Runs a command of the editor.'),
  'vscode/toolSearch': other('Finds tools that were held back.'),
  'vscode/vscodeAPI': reads('Reads the documentation of the extension interface.'),

  vscodeBrowser: web('Everything that drives the browser inside the editor.'),

  vscodeGeneral: other('General tools of the editor.'),
  'vscodeGeneral/rename': writes('Renames a symbol in all files.'),
  'vscodeGeneral/runTests': runs('Runs tests.'),
  'vscodeGeneral/testFailure': reads('Reads what the last failing tests said.'),
  'vscodeGeneral/toolSearch': other('Finds tools that were held back.'),
  'vscodeGeneral/usages': finds('Finds where a symbol is used.'),

  vscodeNotebooks: runs('Everything that concerns notebooks.'),
  'vscodeNotebooks/createJupyterNotebook': writes('Makes a notebook.'),
  'vscodeNotebooks/editNotebook': writes('Changes cells of a notebook.'),
  'vscodeNotebooks/getNotebookSummary': reads('Lists the cells of a notebook.'),
  'vscodeNotebooks/readNotebookCellOutput': reads('Reads the output of a notebook cell.'),
  'vscodeNotebooks/runNotebookCell': runs('Runs a cell of a notebook.'),

  vscodeTasks: runs('Everything that concerns tasks.'),
  'vscodeTasks/createAndRunTask': runs('Writes a task into the workspace and runs it.'),
  'vscodeTasks/getTaskOutput': reads('Reads what a task has printed.'),
  'vscodeTasks/problems': reads('Reads errors and warnings of the Problems panel.'),
  'vscodeTasks/runTask': runs('Runs a task of the workspace.'),

  web: web('Everything that reads the web.'),
  'web/githubRepo': web('Searches the code of a GitHub repository.'),
  'web/githubTextSearch': web('Searches the text of GitHub repositories.'),
};
