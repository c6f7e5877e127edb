// A failed test in the words of the list at the end of a run. CommonJS, because the extension host of an editor loads it as well.
const mocha = require('mocha');

// mocha is an ES module: by the version of Node the exports come bare or in its namespace.
const { reporters } = mocha.default ?? mocha;

/** Names of suites and of the test, the path of the test file, and the message with the first frames in the project. */
exports.failureOf = (test, error, file) => {
  const stack = String(error?.stack ?? '');
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:|\(?out\//.test(line));
  const message = String(error?.message ?? error);
  // The messages of `assert` contain the difference, unless the test gives a message of its own.
  const difference =
    error?.generatedMessage === false &&
    typeof error.expected !== 'boolean' &&
    reporters.Base.showDiff(error)
      ? reporters.Base.generateDiff(inText(error.actual), inText(error.expected))
      : '';
  const at = frames.slice(0, 3).map((line) => line.trim());
  return {
    title: test.titlePath().join(' > '),
    file,
    message: [message, difference.trimEnd(), ...at].filter((part) => part !== '').join('\n'),
  };
};

const inText = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
