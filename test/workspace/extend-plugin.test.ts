// After which change of its files more programs load more of a plugin. What the programs then load was asked: --plugins --extended.
import assert from 'node:assert/strict';
import { loadPlugin } from '../../server/hosts/catalog/load-plugin';
import { extendPlugin } from '../../server/workspace/plugins/extend-plugin';
import { caseFilesOf } from '../conformance/cases';
import { folderOf } from '../conformance/plugin-folders';
import { isPlugin, type Question } from '../conformance/question';
import { hosts } from '../support/catalog';

const hostsOfPlugins = hosts.filter(({ plugins }) => plugins && plugins !== 'unmeasured');
const recorded: readonly Question[] = hostsOfPlugins.flatMap(({ id }) =>
  [...caseFilesOf(id).values()].flatMap(({ cases }) => cases.filter(isPlugin)),
);

describe('a change for every program', () => {
  it('makes no program load less of a recorded plugin', () => {
    let changed = 0;
    for (const question of recorded) {
      const folder = folderOf(question);
      const found = extendPlugin(hostsOfPlugins, folder);
      if (!found) continue;
      changed++;
      const moved = new Map(found.change.moves.map(({ from, to }) => [from, to]));
      for (const host of hostsOfPlugins) {
        const [before, after] = [loadPlugin(host, folder), loadPlugin(host, found.folder)];
        if (!before || before.fault) continue;
        const names = new Set(after?.parts.map(({ kind, file }) => `${kind} ${file}`));
        for (const { kind, file, isLoaded } of before.parts)
          assert.ok(
            !isLoaded || names.has(`${kind} ${moved.get(file) ?? file}`),
            `${question.id}: ${host.name} loses ${file}`,
          );
      }
    }
    assert.ok(changed > 100, `${changed} changed`);
  });
});
