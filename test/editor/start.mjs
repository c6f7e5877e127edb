// `npm start`: what the README promises to someone who has just cloned the project.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { add, failure, pass } from '../run/tally.mjs';

const script = 'scripts/start.mjs';
const milliseconds = 180_000;
/** With what npm itself prints, three lines, these are all that a user sees. */
const maxLines = 10 - 3;

const linesOf = (text) => text.split('\n').filter((line) => line.trim() !== '');

function checked(title, faults, output) {
  return faults.length === 0 ? pass : failure(title, [...faults, output].join('\n'));
}

/** Ends with an error if the README, the agent, its persona or the first question does not appear. */
function picture() {
  const file = path.join(root, 'out/screenshots/start.png');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const options = { cwd: root, encoding: 'utf8', timeout: milliseconds };
  const words = [script, '--once', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, options);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const faults = [
    ...(status === 0 ? [] : [`It ended with ${status}.`]),
    ...(size > 10_000 ? [] : [`The picture has ${size} bytes.`]),
    ...(stdout.includes('Open: README.md, refactorer.md, Persona: refactorer.')
      ? []
      : ['The wrong tabs are open.']),
  ];
  return checked('`npm start -- --once`', faults, `${stdout}${stderr}`);
}

/** Until it prints the last line of what to try; the address that it prints answers. */
function served() {
  const words = [script, '--served', '--port', '0'];
  const child = spawn(process.execPath, words, { cwd: root, timeout: milliseconds });
  let output = '';
  return new Promise((resolve) => {
    let isAsked = false;
    const read = async (text) => {
      output += text;
      const url = /^Open (http\S+)/m.exec(output)?.[1];
      if (isAsked || !url || !output.includes('shows the rest.\n')) return;
      isAsked = true;
      const status = await fetch(url).then(
        (response) => response.status,
        (error) => error.message,
      );
      const { length } = linesOf(output);
      const faults = [
        ...(status === 200 ? [] : [`${url} answers ${status}.`]),
        ...(length <= maxLines ? [] : [`It prints ${length} lines.`]),
      ];
      child.once('close', () => resolve(checked('`npm start`', faults, output)));
      child.kill('SIGTERM');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => {
      if (!isAsked) resolve(failure('`npm start`', `It ended without an address.\n${output}`));
    });
  });
}

export default async function run() {
  return add(picture(), await served());
}
