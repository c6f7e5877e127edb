// Hooks whose script is missing or not executable: what is reported, against what the programs did
// (`npm run conformance -- --hooks --scripts --live`).
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { executable, hooked, recordedScripts, scripts } from '../conformance/hooks/scripts';
import { hosts } from '../support/catalog';
import { type DiskFolder, diskFolder } from '../support/disk-folder';

describe('a hook whose script does not run', () => {
  let disk: DiskFolder;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    disk = diskFolder();
    for (const [file, text] of Object.entries(scripts)) disk.write(file, text);
    for (const file of executable) chmodSync(disk.at(file), 0o755);
  });
  afterEach(() => disk?.remove());

  /** What is stated about the hook of the only file of hooks; null where nothing is. */
  const reported = (files: Readonly<Record<string, string>>): string | null => {
    for (const [file, text] of Object.entries(files)) disk.write(file, text);
    const { out } = disk.run('check', '--format=json');
    const { findings } = JSON.parse(out) as {
      readonly findings: readonly { readonly rule: string; readonly message: string }[];
    };
    return findings.find(({ rule }) => rule === 'missing-script')?.message ?? null;
  };

  const judged = recordedScripts().flatMap((recorded) => {
    const host = hosts.find(({ id }) => id === recorded.host);
    const isDeclared = Object.values(host?.kinds ?? {}).some(
      (kind) => kind.subject === 'settings' && kind.scripts,
    );
    return isDeclared ? [recorded] : [];
  });

  it('was recorded for each program that states it', () =>
    assert.deepEqual(
      judged.map(({ host }) => host),
      hosts
        .filter(({ kinds }) =>
          Object.values(kinds).some((kind) => kind.subject === 'settings' && kind.scripts),
        )
        .map(({ id }) => id)
        .sort(),
    ));

  for (const { host, variables } of judged)
    it(`has none of the variables that are stated to be unset in ${host}`, () => {
      const kinds = Object.values(hosts.find(({ id }) => id === host)?.kinds ?? {});
      for (const kind of kinds) {
        const { unset, folders, failed } = (kind.subject === 'settings' && kind.scripts) || {};
        if (!unset || !folders || !failed) continue;
        assert.deepEqual(Object.keys(variables).sort(), Object.keys(failed).sort());
        for (const names of Object.values(variables)) {
          assert.deepEqual(
            names.filter((name) => unset.test(name)),
            [],
          );
          for (const folder of folders) assert.ok(names.includes(folder), folder);
        }
      }
    });

  for (const { host, ran, requests } of judged)
    for (const [title, didRun] of Object.entries(ran))
      it(`is reported as ${host} treats it: ${title}`, () => {
        const [event = '', command = ''] = title.split(/: (.*)/s);
        const message = reported(hooked[host]?.file(event, command) ?? {});
        // Not seen to be the folder of the project there.
        const isUnknown = command.includes('$') && host !== 'claude-code';
        const isLost = /missing|^\.\/guards\/plain/.test(command);
        // What it then does with the answer of the tool was not asked.
        const isOpen = command.startsWith('python3') && host === 'codex' && event === 'PostToolUse';
        if (message === null)
          return assert.ok(!isLost || isUnknown || isOpen || command.startsWith('sh '), command);
        assert.ok(isLost, `${command}: ${message}`);
        assert.match(
          message,
          !didRun
            ? /blocks each (?:call|prompt)/
            : requests[title] === undefined
              ? /makes each call without|continues without/
              : /asks the model again instead of ending the turn/,
        );
      });
});
