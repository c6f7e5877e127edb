// A test file in a suite of its own name. CommonJS, because the extension host of an editor loads it as well.

/** A file that fails to load is one failed test, not the end of the run. */
exports.describeFile = (file, load) =>
  describe(file.replace(/^test\//, '').replace(/\.test\.ts$/, ''), () => {
    try {
      load();
    } catch (error) {
      it('loads', () => {
        throw error;
      });
    }
  });
