// Runs the program that is named by the first argument, and writes the most memory that it used, in megabytes, into a file at its
// end. Not a module that is loaded before the program: for that, Node reads `package.json` in the working folder.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  try {
    writeFileSync(process.env.DOSSIER_PEAK, String(megabytes));
  } catch {
    // The folder does not exist anymore.
  }
});
process.argv.splice(1, 1);
require(process.argv[1]);
