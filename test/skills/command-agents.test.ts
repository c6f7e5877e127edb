// Commands that name the agent that runs them: the programs were called with each, and answered or failed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type OpenedInProject, openedInProject } from '../support/opened-in-project';
import { words } from '../support/words';

interface Recorded {
  readonly folder: string;
  readonly runs: readonly string[];
  readonly fails: readonly string[];
}

const recorded: Readonly<Record<string, Recorded>> = JSON.parse(
  readFileSync('test/hosts/calls/agents.data.json', 'utf8'),
);

const agent = (fields = ''): string => `---\ndescription: Reviews.\n${fields}---\nReview.\n`;
const command = (name: string): string => `---\ndescription: d\nagent: ${name}\n---\nDo it.\n`;

const reported = (text: string, options: OpenedInProject): readonly string[] =>
  openedInProject(text, options)
    .view.findings()
    .filter(({ rule }) => rule === 'unknown-agent')
    .map(({ severity, message }) => `${severity} ${words(message)}`);

for (const [host, { folder, runs, fails }] of Object.entries(recorded))
  describe(`the agent of a command in ${host}`, () => {
    const files = {
      [`${folder}/agent/mine.md`]: agent(),
      [`${folder}/agent/dis.md`]: agent('disable: true\n'),
    };
    const at = `${folder}/command/x.md`;
    const ofFile = (name: string, more: OpenedInProject = {}): readonly string[] =>
      reported(command(name), { at, ...more, files: { ...files, ...more.files } });
    const inConfiguration = (name: string): readonly string[] =>
      reported(JSON.stringify({ command: { x: { template: 'Do it.', agent: name } } }), {
        at: `${host}.json`,
        files,
      });

    for (const name of runs)
      it(`runs as ${name}`, () => {
        assert.deepEqual(ofFile(name), []);
        assert.deepEqual(inConfiguration(name), []);
      });

    for (const name of fails)
      it(`fails as ${name}`, () => {
        for (const [message = ''] of [ofFile(name), inConfiguration(name)])
          assert.match(message, /^warning .* answers every call of the command with "Unexpected/);
      });

    it('may be defined in the home folder, or by a plugin', () => {
      assert.deepEqual(ofFile('nowhere', { isHomeUnknown: true }), []);
      assert.deepEqual(
        ofFile('nowhere', { files: { [`${folder}/plugin/mine.ts`]: 'export const x = 1;' } }),
        [],
      );
      assert.deepEqual(
        ofFile('homed', { files: { [`home/.config/${host}/agent/homed.md`]: agent() } }),
        [],
      );
    });
  });

describe('a command whose agent is misspelled', () => {
  it('is offered the right name', () =>
    assert.deepEqual(
      reported(command('reviewr'), {
        at: '.opencode/command/x.md',
        files: { '.opencode/agent/reviewer.md': agent() },
      }),
      [
        'warning OpenCode has no agent named "reviewr". OpenCode answers every call of the command with "Unexpected server error". Did you mean "reviewer"?',
      ],
    ));
});
