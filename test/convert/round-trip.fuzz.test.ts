// Made agents of every host, converted to every other and back: the agent never may do more, the other host loads it, and what
// differs after the way back is in one of the accounts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formOf, outlineOfFile } from '../../server/agent/outline';
import { compareTools } from '../../server/convert/compare-tools';
import { type Converted, convert } from '../../server/convert/convert';
import { placeIn } from '../../server/hosts/catalog/places';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import type { Verdict } from '../../server/hosts/model/verdict';
import { catalog } from '../support/catalog';
import { times } from '../support/share';
import { madeAgent } from './made-agents';
import { convertedAt, pairs } from './pairs';

const held = (host: Host, verdict: Verdict, isSource = false) => {
  assert.ok(host.conversion);
  const { toolsOf, statedTools = toolsOf, harmless } = host.conversion();
  const tools = (isSource ? statedTools : toolsOf)(verdict);
  return { tools, catalog: verdict.dialect.tools, harmless };
};

const isNamed = ({ account }: Converted): boolean =>
  account.some(({ change }) => change !== 'same');

describe('a made agent', () => {
  for (const [source, target] of pairs)
    it(`of ${source.name} never may do more in ${target.name}`, () => {
      const file = formOf(source.ownFile) === 'toml' ? 'made-agent.toml' : 'made-agent.md';
      fc.assert(
        fc.property(madeAgent(source), (text) => {
          const made = convertedAt({ file, text }, source, target);
          if (!made || made.converted.isRefused) return;
          const { converted } = made;
          const narrower = converted.account.flatMap(({ part, change }) =>
            change === 'narrower' ? [`${part.of} ${part.name}`] : [],
          );
          assert.deepEqual(narrower, [...new Set(narrower)], 'each part is reported once');
          const place = placeInOwnFolder(source, file);
          assert.ok(place && converted.verdict);
          const before = judge(outlineOfFile(place.path, text), place);
          const was = held(source, before, true);
          assert.ok(converted.verdict.persona, 'the target loads it');
          const wider = compareTools(was, held(target, converted.verdict)).filter(
            ({ change }) => change === 'wider',
          );
          assert.deepEqual(wider, []);
          const at = placeIn(target, converted.path);
          assert.ok(at && converted.text !== null);
          const back = convert({
            ...{
              catalog,
              outline: outlineOfFile(at.path, converted.text),
              place: at,
              target: source,
            },
          });
          if (back.isRefused || !back.verdict) return;
          // A host without such a tool cannot keep a limit on it.
          const { lacks } = held(target, converted.verdict).tools;
          const after = compareTools(was, held(source, back.verdict)).filter(
            ({ part }) => !lacks.some((one) => one === part),
          );
          assert.deepEqual(
            after.filter(({ change }) => change === 'wider'),
            [],
          );
          if (after.length > 0) assert.ok(isNamed(converted) || isNamed(back), text);
        }),
        { numRuns: times(60), seed: 21 },
      );
    });
});
