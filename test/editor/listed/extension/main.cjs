// The chat of a VS Code without Copilot: models that answer nothing, and participants that keep the requests.
const vscode = require('vscode');

const requests = [];

const model = (id, name) => ({
  ...{ id, name, family: id, version: '1' },
  ...{ maxInputTokens: 100_000, maxOutputTokens: 10_000, capabilities: { toolCalling: true } },
  ...{ isDefault: id === 'none', isUserSelectable: true },
});

exports.activate = () => {
  vscode.lm.registerLanguageModelChatProvider('listed', {
    provideLanguageModelChatInformation: async () => [
      model('none', 'None'),
      model('second', 'Second'),
    ],
    provideLanguageModelChatResponse: async () => {},
    provideTokenCount: async () => 1,
  });
  for (const part of ['default', 'ask', 'edit'])
    vscode.chat.createChatParticipant(`listed.${part}`, async (request) => {
      requests.push({ part, request });
    });
  return { requests };
};
