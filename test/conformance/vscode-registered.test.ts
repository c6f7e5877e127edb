// What a running VS Code had registered, against what we declare. `node test/editor/registered/ask.mjs FILE SETTING...` asks it again, and so
// does a live run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { declared } from './oracles/vscode/declared';
import { type Declared, type Registered, undeclaredIn } from './oracles/vscode/registered';

const registered = JSON.parse(
  readFileSync('test/hosts/registered/vscode.data.json', 'utf8'),
) as Registered;

const differs = (change: Partial<Declared>, there: Partial<Registered> = {}): readonly string[] =>
  undeclaredIn({ ...registered, ...there }, { ...declared, ...change });

describe('the tools of VS Code', () => {
  it('are those that it has registered', () => assert.deepEqual(differs({}), []));

  it('must not be invented, also in a set that has tools of the chat extension', () => {
    for (const name of ['search/invented', 'vscodeNotebooks/invented', 'invented'])
      assert.deepEqual(differs({ names: [...declared.names, name] }), [
        `The tool "${name}" is declared, and it has not registered one.`,
      ]);
  });

  it('must contain each that it has', () => {
    const names = [...declared.names].filter((name) => name !== 'read/viewImage');
    assert.deepEqual(differs({ names }), [
      'It has the tool "read/viewImage", which is not declared.',
    ]);
  });

  it('name what the desktop has, what is off by default and what was renamed', () => {
    assert.deepEqual(differs({ desktopOnly: new Map() }), [
      'The desktop has the tool "web/fetch", which is not declared so.',
    ]);
    assert.deepEqual(differs({ offByDefault: new Set([...declared.offByDefault].slice(1)) }), [
      'The tool "search/changes" needs a setting that is off by default, which is not declared.',
    ]);
    const renamed = new Map([...declared.renamed].filter(([name]) => name !== 'search/readFile'));
    assert.deepEqual(differs({ renamed }), [
      '"search/readFile" is a former name of "read/readFile", which is not declared.',
    ]);
  });

  it('are recorded only where no run can ask for them', () => {
    const recordedOnly = new Set([...declared.recordedOnly, 'todo']);
    assert.deepEqual(differs({ recordedOnly }), [
      'The tool "todo" is declared as recorded only, and it has one.',
    ]);
  });

  it('miss a setting that it no longer has', () =>
    assert.deepEqual(differs({}, { settings: [] }), [
      'The setting "chat.agentFilesLocations" is declared, and it has not registered one.',
    ]));
});
