// Packages that no start needs, in a file of their own: what is not read need not be looked through. Each is loaded when it
// is first asked for.
module.exports = {
  get yaml() {
    return require('yaml');
  },
  get toml() {
    return require('toml-eslint-parser');
  },
  get picomatch() {
    return require('picomatch/posix');
  },
  get matter() {
    return require('gray-matter');
  },
};
