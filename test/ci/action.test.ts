// action.yml, whose steps are run as GitHub runs them.
import assert from 'node:assert/strict';
import { acting, action } from './acting';
import { good, has, stops } from './repository';

const files = {
  '.claude/agents/reviewer.md': good,
  'packages/web app/.opencode/agent/team/planner.md': stops,
  'README.md': '# A repository\n',
};

(has('bash') ? describe : describe.skip)('action.yml', () => {
  it('keeps what people write out of its scripts', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell } of action.runs.steps) {
      assert.equal(shell, 'bash');
      assert.doesNotMatch(run, /\$\{\{/);
    }
  });

  it('shows findings on the lines of a pull request, and fails', () => {
    const { code, out, err } = acting(files);
    assert.equal(code, 1);
    assert.match(
      out,
      /^::error file=packages\/web app\/\.opencode\/agent\/team\/planner\.md,line=3,/m,
    );
    assert.match(err, /^2 files, 1 errors?, /m);
  });

  it('passes where every agent loads', () => {
    assert.equal(acting({ '.claude/agents/reviewer.md': good }).code, 0);
  });

  it('checks the given folder with the given options', () => {
    assert.equal(acting(files, { paths: '.claude\n' }).code, 0);
    const both = acting(files, { paths: '.claude\npackages/web app\n' });
    assert.deepEqual([both.code, /^2 files/m.test(both.err)], [1, true]);
    assert.equal(acting(files, { arguments: '--host claude-code --quiet' }).code, 0);
    assert.equal(acting(files, { arguments: '--nonsense' }).code, 2);
  });

  it('writes a log for code scanning, also when it fails', () => {
    const { code, outputs, file } = acting(files, { format: 'sarif' });
    assert.equal(code, 1);
    assert.equal(outputs, 'sarif-file=dossier.sarif\n');
    const { runs } = JSON.parse(file('dossier.sarif') ?? '') as { runs: { results: unknown[] }[] };
    assert.equal(runs[0]?.results.length, 1);
  });
});
