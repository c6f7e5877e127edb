// Programs that cannot be asked from outside are not asked: their answers are recorded, with the day.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tested } from './hosts';
import { programs } from './precedence';
import { runsOf } from './runs';

describe('the programs', () => {
  for (const { oracle } of tested) {
    const { host, start, recordedOn, answers } = oracle;

    it(`${host} is asked, or its answers are recorded on a day`, () => {
      assert.equal(start === undefined, recordedOn !== undefined);
      assert.notEqual(answers.license, '');
      if (recordedOn === undefined) return;
      const days = runsOf(host).map(({ on }) => on);
      assert.ok(days.length > 0 && days.every((day) => day <= recordedOn), days.join());
      assert.ok(!programs.some((one) => one.host === host));
    });
  }

  it('none is asked whose license forbids it', () => {
    assert.ok(!tested.some(({ oracle }) => oracle.host === 'auggie'));
    assert.ok(!existsSync('test/conformance/oracles/auggie.ts'));
  });

  it('no closed program is changed or unpacked', () => {
    const folder = 'test/conformance/oracles';
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      const { license } =
        tested.find(({ oracle }) => `${oracle.host}.ts` === file)?.oracle.answers ?? {};
      if (license === undefined || /^(?:MIT|Apache)/.test(license)) continue;
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      assert.doesNotMatch(text, /readFileSync\([^)]*node_modules|BUN_BE_BUN|compileFunction/, file);
    }
  });
});
