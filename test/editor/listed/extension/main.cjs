// The chat of a VS Code without Copilot: one model that answers nothing, and a participant that keeps the requests.
const vscode = require('vscode');

const requests = [];

exports.activate = () => {
  vscode.lm.registerLanguageModelChatProvider('listed', {
    provideLanguageModelChatInformation: async () => [
      {
        ...{ id: 'none', name: 'None', family: 'none', version: '1' },
        ...{
          maxInputTokens: 100_000,
          maxOutputTokens: 10_000,
          capabilities: { toolCalling: true },
        },
        ...{ isDefault: true, isUserSelectable: true },
      },
    ],
    provideLanguageModelChatResponse: async () => {},
    provideTokenCount: async () => 1,
  });
  vscode.chat.createChatParticipant('listed.default', async (request) => {
    requests.push(request);
  });
  return { requests };
};
