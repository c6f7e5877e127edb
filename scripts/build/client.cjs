// The library that speaks to the server. A window that never sees an agent file never reads it.
module.exports = require('vscode-languageclient/node');
