// Runs inside the VS Code that `npm start` opens. A reload of the window keeps what the user opened since.
const vscode = require('vscode');

const agent = '.claude/agents/refactorer.md';

exports.activate = async ({ workspaceState }) => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder || workspaceState.get('isOpened')) return;
  await workspaceState.update('isOpened', true);
  const at = (path) => vscode.Uri.joinPath(folder.uri, path);
  // Unlike the command of the preview, this one stays with its file.
  const preview = 'vscode.markdown.preview.editor';
  await vscode.commands.executeCommand('vscode.openWith', at('README.md'), preview);
  await vscode.window.showTextDocument(at(agent), { preview: false });
  await vscode.commands.executeCommand('dossier.previewPersona');
};
