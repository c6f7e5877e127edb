// What authors write, by host, in a file of its own: it is loaded with the first completion.
module.exports = (host) => require(`../../server/hosts/${host}/usage.data.json`);
