// The largest table, in a file of its own, because it is only loaded when a model of OpenCode is looked up.
module.exports = require('../../server/hosts/opencode/catalogue.data.json');
