// Precedence among agents with one name: our index against the recorded results of the hosts' programs.
import assert from 'node:assert/strict';
import { readPrecedence, writePrecedence } from '../conformance/precedence/case';
import { precedenceOf } from '../conformance/precedence/files';
import { differences } from '../conformance/precedence/run';
import { hosts } from '../support/catalog';

for (const { id: host } of hosts) {
  const file = precedenceOf(host);
  if (!file) continue;
  describe(`${host}: agents with one name`, () => {
    for (const each of file.cases)
      it(each.title, () => {
        const found = differences(host, each);
        if (each.open === undefined) assert.equal(found.length, 0, `\n  ${found.join('\n  ')}`);
        else assert.notEqual(found.length, 0, `no longer open: ${each.open}`);
      });
    it('is unchanged after reading and writing', () => {
      assert.deepEqual(readPrecedence(writePrecedence(file)), file);
    });
  });
}
