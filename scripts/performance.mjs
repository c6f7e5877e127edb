#!/usr/bin/env node
// Measures the command line and the server next to floors and peers, and writes docs/performance.md. Build first.
//   DOSSIER_CORPUS=FOLDER node scripts/performance.mjs [--rounds 3] [--files 10000]
// The files are those of DOSSIER_CORPUS, of real repositories; without it those of test/corpus, which the page then states.
// Installs the peers into the user's cache. The ratios mean the same on any machine, the times do not.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { commandBudgets, judge } from '../test/bench/budget.mjs';
import { hooked, manyFiles, oneFile } from '../test/bench/command-line.mjs';
import { figuresOf, samplesOf } from '../test/bench/measure.mjs';
import { installedPeers } from '../test/bench/peers.mjs';
import { base, parseBase, servers } from '../test/bench/servers.mjs';
import { root } from './build/options.mjs';
import { indexOf, resourcesOf } from './resources.mjs';

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    files: { type: 'string', default: '10000' },
  },
});
const rounds = Number(asked.rounds);
const count = Number(asked.files);
const { corpus, isOwnCorpus } = resourcesOf(root);
const peers = installedPeers();
/** How many processors other programs used before each part. */
const usedByOthers = [];
const processorTimes = () => {
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, core) => sum + core.idle, 0);
  const all = times.flatMap((core) => Object.values(core)).reduce((sum, ms) => sum + ms, 0);
  return { idle, all };
};
/** Measures while nothing of ours runs. A load average would include the part before. */
const noteLoad = async () => {
  const from = processorTimes();
  await delay(2_000);
  const to = processorTimes();
  usedByOthers.push(cpus().length * (1 - (to.idle - from.idle) / (to.all - from.all)));
};

await noteLoad();
const one = await oneFile({ rounds: rounds * 3, peers, corpus });
await noteLoad();
const some = await manyFiles({ count: 600, rounds, peers, corpus });
await noteLoad();
const many = await manyFiles({ count, rounds: 1, peers, corpus });
await noteLoad();
const gated = {
  one: await oneFile({ rounds: rounds * 2 }),
  many: await manyFiles({ count: 600, rounds }),
  hook: await hooked({ count: 95, rounds }),
};
await noteLoad();
const names = ['start', 'open', 'typing', 'body', 'burst'];
const figures = figuresOf(await samplesOf(await servers(), names, { rounds, edits: 50 * rounds }));
await noteLoad();

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const ms = (value) =>
  value >= 10_000 ? `${number.format(value / 1000)} s` : `${number.format(value)} ms`;
const times = ({ cpuMs, wallMs }) => `${ms(cpuMs)} (${ms(wallMs)})`;
const ratio = (value) => (value < 0.01 ? 'below 0.01x' : `${value.toFixed(2)}x`);
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** How long something takes depends on what else runs; processor time and memory hardly do. */
const isBusy = Math.max(...usedByOthers) > cpus().length / 4;
const isMeaningful = (measure) => !isBusy || /cpu|memory/.test(measure);

const newer = peers.newerNode.name;
const commandRow = (what, measured, floor, against) => [
  what,
  times(measured.dossier),
  `${times(floor)}, ${against}`,
  ratio(measured.dossier.cpuMs / floor.cpuMs),
  measured.agnix ? times(measured.agnix) : '',
  measured.markdownlint ? times(measured.markdownlint) : '',
];
const ofNewer = {
  dossier: one['dossier, newer Node'],
  floor: one['bare, newer Node'],
};
const commandLine = table(
  ['', 'Dossier', 'floor', 'ratio', peers.agnix.name, peers.markdownlint.name],
  [
    commandRow('one file', one, one.bare, '`node -e 0`'),
    commandRow(`one file, ${newer}`, ofNewer, ofNewer.floor, '`node -e 0`'),
    commandRow('600 files', some, some.floor, 'parse'),
    commandRow(`${number.format(count)} files`, many, many.floor, 'parse'),
    commandRow(
      `\`--changed\`, 1 of ${number.format(count)}`,
      { dossier: many.changed },
      many.dossier,
      'all of them',
    ),
    commandRow('600 files again, `--cache`', { dossier: some.again }, some.dossier, 'without'),
    commandRow(
      `${number.format(count)} files again, \`--cache\``,
      { dossier: many.again },
      many.dossier,
      'without',
    ),
    commandRow(
      `\`--cache --changed\`, 1 of ${number.format(count)}`,
      { dossier: many['changed again'] },
      many.dossier,
      'all of them',
    ),
    commandRow(
      `\`--watch\`, 1 saved of ${number.format(count)}`,
      { dossier: many.watch },
      many.dossier,
      'all of them',
    ),
  ],
);

const shownMeasures = {
  'start p50': 'start until `initialize` is answered, ms',
  'start cpu p50': 'start, processor time, ms',
  'memory p50': 'memory after the start, MB',
  'first findings p50': 'start and first diagnostics, ms',
  'first open p50': 'first open until the diagnostics, ms',
  'later open p50': 'later open, ms',
  'keystroke p50': 'key until the diagnostics, median, ms',
  'keystroke p95': 'the same, 95th percentile, ms',
  'cpu a key p50': 'processor time of a key, ms',
  'completion p50': 'completion right after a key, ms',
  'hover p50': 'hover right after a key, ms',
  'body key p50': 'key in a prompt of 60 KB, ms',
  'burst p50': 'last of 40 keys, ms',
};
const server = table(
  ['', 'Dossier', 'library', 'library and parse'],
  Object.entries(shownMeasures)
    .filter(([measure]) => isMeaningful(measure))
    .map(([measure, what]) => [
      what,
      ...['dossier', base, parseBase].map((name) => number.format(figures[measure][name])),
    ]),
);

const floorName = { [base]: 'library', [parseBase]: 'library and parse', bare: '`node -e 0`' };
const limitRow = ({ what, against, limit, why = '' }, value) => [
  what,
  floorName[against] ?? (against === 'parse' ? 'parse' : 'all of them'),
  value === undefined ? '' : ratio(value),
  `${limit}x`,
  why,
];
const results = judge(figures);
const limits = table(
  ['', 'floor', 'measured', 'limit', 'why not lower'],
  [
    ...commandBudgets.map((budget) => {
      const { [budget.measured]: measured, [budget.against]: floor } = gated[budget.scenario];
      const against = budget.against === 'floor' ? 'parse' : budget.against;
      return limitRow(
        { ...budget, against, what: `\`${budget.command ?? 'check'}\`, ${budget.what}` },
        measured.cpuMs / floor.cpuMs,
      );
    }),
    ...results.map((result) =>
      limitRow(
        { ...result, what: shownMeasures[result.measure] ?? result.measure },
        isMeaningful(result.measure) ? result.ratio : undefined,
      ),
    ),
  ],
);

const date = new Date().toISOString().slice(0, 10);
const cores = cpus();
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
  cwd: root,
  encoding: 'utf8',
});
const texts = isOwnCorpus
  ? 'the agent files of `test/corpus`, with prompts as long as those of real files'
  : `${number.format(indexOf(corpus).length)} real agent files from public repositories, repeated`;
const page = `<!-- Generated by scripts/performance.mjs. -->
# Performance

Dossier ${version} (${commit.trim()}) on ${date}, Node ${process.version.slice(1)}, ${cores.length} cores (${cores[0].model.trim()}). Before each part,
other programs used ${usedByOthers.map((used) => used.toFixed(1)).join(', ')} cores. Times depend on the machine and its load; ratios come from
one run in which the programs take turns, and mean the same elsewhere.${isBusy ? ' Waiting times of the server are left out: the\nmachine was busy with other work.' : ''}

## Command line

Processor time (user and system), and in parentheses the time that passed. The least of several runs counts, for ${number.format(count)} files
of one run. The files are ${texts}, in packages of 100.

${commandLine}

The floors: \`node -e 0\` starts Node and ends. *Parse* reads each file, cuts out the frontmatter and parses it once with the
\`yaml\` package. The peers check the same files for other things: agnix is a program in Rust for configurations of agents,
markdownlint-cli2 checks the style of Markdown. \`--watch\` includes its wait of 100 ms for further changes.

## Language server

${server}

The floors are servers of the same library, vscode-languageserver. *Library* answers every request with nothing; *library and parse* also
parses the frontmatter with the \`yaml\` package after each edit and reports its errors.

## Limits

\`node test/bench/run.mjs --gate\` fails where the server exceeds a limit. The part \`speed\` of the tests, which runs for every
change, fails where the command line or the processor time of the server exceeds a limit by more than a quarter: on a machine that
others use, large programs are slowed down more than small ones. It uses the files of \`test/corpus\`.

${limits}
`;
writeFileSync(path.join(root, 'docs/performance.md'), page);
console.log(page);
