// The check that finds messages used as if they were text, on a file with each such use and on one without.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The lines of the faults in a file that declares the message `one`, the text `name`, and `either` of both; the first is 1. */
function faultyLines(...lines: readonly string[]): number[] {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-uses-'));
  const module = path.resolve('server/text/message');
  const head = `import { composed, joined, type Message, type MessagePart, t } from ${JSON.stringify(module)};
declare const one: Message, name: string, either: MessagePart, unsure: any, by: (a: Message, b: Message) => number;
`;
  try {
    writeFileSync(path.join(root, 'planted.ts'), `${head}${lines.join('\n')}\n`);
    const config = path.join(root, 'tsconfig.json');
    const compilerOptions = { target: 'ES2023', module: 'preserve', strict: true, types: [] };
    writeFileSync(config, JSON.stringify({ compilerOptions, include: ['planted.ts'] }));
    const run = spawnSync(process.execPath, ['scripts/messages.mjs', '--project', config], {
      encoding: 'utf8',
    });
    const found = [...run.stderr.matchAll(/^planted\.ts:(\d+): the message /gm)];
    assert.equal(run.status, found.length > 0 ? 1 : 0, run.stderr);
    return found.map(([, line]) => Number(line) - 2);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the check of messages', () => {
  it('finds one that is put into text', () => {
    const planted = [
      ...['`${one}`', '`a ${name} ${either}`', "'a' + one", 'either + name', 'String(one)'],
      ...["[one].join(', ')", '[name, one].join()', 'one.toString()', '`${t(name, { one })}`'],
      '((text = name) => { text += one; })()',
    ];
    assert.deepEqual(
      faultyLines(...planted.map((line) => `${line};`)),
      planted.map((_, index) => index + 1),
    );
  });

  it('finds one that is compared by identity', () => {
    const planted = [
      ...["one === t('a b')", 'either !== one', 'new Set([one])', 'new Map([[one, name]])'],
      ...['[one].includes(one)', '[one].indexOf(one)', '[one].toSorted()'],
    ];
    assert.deepEqual(
      faultyLines(...planted.map((line) => `${line};`)),
      planted.map((_, index) => index + 1),
    );
  });

  it('accepts a message as a part of another one, and as data', () => {
    const right = [
      ...['composed`a ${one}`', "joined([one, name], ', ')", "t('{a} b', { a: one })"],
      ...['one === undefined', 'new Map([[name, one]])', '[one].toSorted(by)', '`${one.template}`'],
      ...['`${unsure}`', 'new Set([unsure])', "name + 'a'", "[name].join(', ')"],
    ];
    assert.deepEqual(faultyLines(...right.map((line) => `${line};`)), []);
  });
});
