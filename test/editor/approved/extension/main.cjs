// A participant of the chat that makes the calls of a file, and writes which of them VS Code asks about. No model is needed for it, but
// the chat does not begin without one.
const vscode = require('vscode');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const model = { id: 'stub', name: 'Stub', family: 'stub', version: '1', isUserSelectable: true };
const limits = { maxInputTokens: 10_000, maxOutputTokens: 10_000 };

const pause = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * @param agree whether the person is asked by other means
 * @returns `?` where the person is asked, who skips the call; `+` where it gets a terminal; `.` where neither was seen.
 */
async function answerTo({ tool, input }, toolInvocationToken, agree) {
  const source = new vscode.CancellationTokenSource();
  let terminal;
  const opening = vscode.window.onDidOpenTerminal((opened) => {
    terminal = opened;
  });
  let ended;
  vscode.lm.invokeTool(tool, { input, toolInvocationToken }, source.token).then(
    ({ content }) => {
      ended = JSON.stringify(content);
    },
    (error) => {
      ended = String(error);
    },
  );
  for (let tries = 0; tries < 200 && ended === undefined && !terminal; tries++) {
    await pause(75);
    // It has no effect on a call that is not asked about.
    if (!agree) await vscode.commands.executeCommand('workbench.action.chat.skipTool');
  }
  opening.dispose();
  source.cancel();
  terminal?.dispose();
  if (terminal) return '+';
  return ended !== undefined && /chose to skip/.test(ended) ? '?' : '.';
}

async function answers({ settings, calls, agree = false }, folder, token) {
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const isRead = () =>
    Object.entries(settings).every(
      ([key, value]) =>
        JSON.stringify(vscode.workspace.getConfiguration().inspect(key)?.workspaceValue) ===
        JSON.stringify(value),
    );
  for (let tries = 0; tries < 60 && !isRead(); tries++) await pause(50);
  await pause(50);
  let found = '';
  for (const call of calls) found += await answerTo(call, token, agree);
  return found;
}

exports.activate = (context) => {
  vscode.chat.createChatParticipant('test.approved', async ({ toolInvocationToken }) => {
    const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
    const question = JSON.parse(readFileSync(path.join(folder, 'question.json'), 'utf8'));
    writeFileSync(path.join(folder, 'begun'), '');
    const answer = await answers(question, folder, toolInvocationToken);
    writeFileSync(path.join(folder, 'part'), JSON.stringify(answer));
    renameSync(path.join(folder, 'part'), path.join(folder, 'answer.json'));
    return {};
  });
  vscode.lm.registerLanguageModelChatProvider('stub', {
    provideLanguageModelChatInformation: async () => [
      { ...model, ...limits, isDefault: true, capabilities: { toolCalling: true } },
    ],
    provideLanguageModelChatResponse: async () => undefined,
    provideTokenCount: async () => 1,
  });
  const call = async () => {
    await vscode.lm.selectChatModels({});
    await vscode.commands.executeCommand('workbench.action.chat.newChat');
    await vscode.commands.executeCommand('workbench.action.chat.open', {
      query: '@approved call',
      mode: 'agent',
    });
  };
  context.subscriptions.push(vscode.commands.registerCommand('approved.call', call));
};
