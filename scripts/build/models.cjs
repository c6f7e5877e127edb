// The largest of all tables, in a file of its own: it is loaded when somebody asks for a model of OpenCode's.
module.exports = require('../../server/hosts/opencode/catalogue.data.json');
