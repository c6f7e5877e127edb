// With the built-in support of VS Code, on real agent files: no label is offered twice, no finding is reported twice, hovers
// are short and do not repeat the editor. The part that runs this test selects the files.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { type Answers, answersOf, inSight } from './answers';
import { Sentinel } from './sentinel';
import { count, emptyTally, reportedTwice } from './tally';

interface Asked {
  readonly files: readonly string[];
  readonly sentinel: string;
  /** Where the numbers are written to. */
  readonly tally: string;
}

const asked = JSON.parse(readFileSync(process.env.DOSSIER_ASKED ?? '', 'utf8')) as Asked;
const atOnce = 20;
const set = (section: string, name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Global);

describe('with the built-in support, on real files', () => {
  const tally = emptyTally();
  let sentinel: Sentinel | undefined;

  before(async function () {
    this.timeout(200000);
    // Words of the open documents are no answer of anyone's.
    await set('editor', 'wordBasedSuggestions', 'off');
    // The files come and go; the columns stay.
    await set('workbench.editor', 'closeEmptyGroups', false);
    sentinel = await Sentinel.at(asked.sentinel, inSight + 1);
  });

  after(async () => {
    await sentinel?.dispose();
    writeFileSync(asked.tally, JSON.stringify(tally));
  });

  const answers = (files: readonly string[]): Promise<Answers[]> => {
    assert.ok(sentinel);
    return answersOf(files, sentinel);
  };

  for (let from = 0; from < asked.files.length; from += atOnce) {
    const files = asked.files.slice(from, from + atOnce);
    it(`opens files ${from + 1} to ${from + files.length}`, async function () {
      this.timeout(300000);
      for (let n = 0; n < files.length; n += inSight)
        for (const one of await answers(files.slice(n, n + inSight))) count(tally, one);
    });
  }

  it('has received answers from both for every request', () => {
    assert.ok(Object.keys(tally.files).every((folder) => folder.endsWith('(chatagent)')));
    for (const { ours, theirs } of [tally.labels, tally.findings])
      assert.ok(ours > 0 && theirs > 0);
    assert.ok(tally.hovers.ours > 0 && tally.hovers.builtin > 0);
  });

  it('finds no label offered twice', () => {
    assert.deepEqual(tally.doubled.slice(0, 20), []);
  });

  it('finds nothing that is reported twice', () => {
    assert.deepEqual(reportedTwice(tally).slice(0, 20), []);
  });

  it('finds every hover short, and none that repeats a sentence', () => {
    assert.deepEqual(tally.long.slice(0, 20), []);
    assert.deepEqual(tally.repeated.slice(0, 20), []);
  });

  it('would see it: with dossier.vscodeBuiltin off, labels and findings are doubled', async function () {
    this.timeout(120000);
    await set('dossier', 'vscodeBuiltin', 'off');
    const doubled = emptyTally();
    for (let n = 0; n < 2 * inSight; n += inSight)
      for (const one of await answers(asked.files.slice(n, n + inSight))) count(doubled, one);
    await set('dossier', 'vscodeBuiltin', undefined);
    // In that case no items are marked.
    assert.equal(doubled.labels.ours, 0);
    assert.ok(doubled.theirOwn > tally.theirOwn);
    assert.ok(reportedTwice(doubled).length > 0);
  });
});
