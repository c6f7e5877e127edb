#!/usr/bin/env node
// Converts agent files between every ordered pair of hosts and prints the results: see test/convert. With `--live HOST`, asks the
// program of that host about them; with `--rulesync FOLDER`, converts the same files with rulesync too.
import { statSync } from 'node:fs';
import { bundle, runAlone, runHere } from './conformance/run.mjs';

const usage = `node scripts/convert-corpus.mjs [FOLDER [causes | files | OUT/]]
node scripts/convert-corpus.mjs --live HOST[,HOST] [how] [FOLDER]
node scripts/convert-corpus.mjs --skills HOST[,HOST] | all [how] FOLDER
node scripts/convert-corpus.mjs --rulesync RULESYNC [FOLDER]

Converts every agent file below FOLDER between every ordered pair of hosts, and prints for each pair how many are
loaded, converted and refused. Without FOLDER, the files are those of the corpus.

  causes           also why files are refused
  files            also which ones
  OUT/             writes the results below this folder; its path contains a "/"

With --live, the files are converted only to these hosts, and the program of each is asked about every result: whether
it loads the agent as predicted, and whether the agent has more permissions than in the source. The program must be
installed: npm run conformance -- --host HOST --live --install
The program of the source is asked too. Each tool, description or prompt that it gives and the result lacks must have a line in the
account.

  --own N          N files, chosen by chance, each from the program that it was written for, in place of FOLDER
  --from HOST      only files of this host; default: all hosts
  --at-most N      N files of each pair, chosen by chance; default: all
  --seed S         others with another S (default 1)
  --record         store the counts in test/convert/asked.data.json, in place of those of the same pairs
                   (with --own in test/convert/asked-owned.data.json)

With --skills, skills and commands below FOLDER are converted instead, and both programs are asked who may call each of them;
for a program that cannot be asked, our reader answers. "all" stands for all of them. --from HOST[,HOST] chooses the programs
of the sources. --at-most N takes N skills and N commands, by chance (default 20); --record stores the counts in
test/convert/asked-skills.data.json.

With --rulesync, converts the same files with the rulesync that is installed in the folder RULESYNC, and judges both
results. --from and --to choose the hosts, and --record stores the counts.
`;

const words = process.argv.slice(2);

/** The folder of agent files in the words; undefined where it is the corpus. */
function folderIn() {
  const withValue = [
    '--live',
    '--skills',
    '--own',
    '--from',
    '--to',
    '--at-most',
    '--seed',
    '--rulesync',
  ];
  return words.find((word, at) => !word.startsWith('--') && !withValue.includes(words[at - 1]));
}

async function run() {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const folder = folderIn();
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`There is no folder "${folder}". See --help.`);
    return 2;
  }
  if (words.includes('--live')) return runAlone(await bundle('test/convert/live.ts'), words);
  if (words.includes('--skills'))
    return runAlone(await bundle('test/convert/skills-live.ts'), words);
  const name = words.includes('--rulesync') ? 'rulesync' : 'main';
  return runHere(await bundle(`test/convert/${name}.ts`), words);
}
process.exit(await run());
