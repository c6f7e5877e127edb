// Calls an API that is proposed, which only an extension under development may.
const { lm } = require('vscode');

exports.activate = () => ({ servers: () => lm.mcpServerDefinitions.map(({ label }) => label) });
