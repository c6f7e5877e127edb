// Every file of the corpus and the seeds between every ordered pair of hosts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hasAgent } from '../../server/hosts/model/outcome';
import { corpusFiles } from '../support/corpus';
import { isWhole, some } from '../support/share';
import { convertedAt, pairs } from './pairs';

/** About a hundred of them, because each is converted thirty times. `scripts/convert-corpus.mjs` converts all. */
const all = corpusFiles();
const step = Math.ceil(all.length / 100);
const files = all
  .filter((_, index) => index % step === 0)
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('real files', () => {
  for (const [index, [source, target]] of pairs.entries())
    it(`of ${source.name} are converted to ${target.name} or refused with a reason`, () => {
      let loaded = 0;
      for (const one of some(files, index)) {
        const made = convertedAt(one, source, target);
        if (!made) continue;
        loaded++;
        const { isRefused, account, verdict, text } = made.converted;
        const name = `${one.file}: ${account.map(({ change, part }) => `${change} ${part.name}`).join(', ')}`;
        if (isRefused) {
          const reasons = account.filter(
            ({ change, part }) =>
              change === 'wider' || part.name === 'file' || part.name === 'description',
          );
          assert.notDeepEqual(reasons, [], name);
          continue;
        }
        const narrower = account.flatMap(({ change, part }) =>
          change === 'narrower' ? [`${part.of} ${part.name}`] : [],
        );
        assert.deepEqual(narrower, [...new Set(narrower)], name);
        assert.ok(verdict && hasAgent(verdict.outcome) && text !== null, name);
        assert.ok(!account.some(({ change }) => change === 'wider'), name);
        assert.ok(
          account.some(({ part, change }) => part.name === 'prompt' && change === 'same'),
          name,
        );
      }
      if (isWhole) assert.ok(loaded > 0, 'no file loads in the source');
    });
});
