// The colours of an agent file: known fields and placeholders stand out, and nothing else loses its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type Grammars, realGrammars, standIns } from './stand-ins';
import { textsIn, tokenize } from './tokens';

const field = 'support.type.property-name.agent.dossier';
const placeholder = 'variable.other.placeholder.dossier';

const agent = `---
name: reviewer
description: Looks after {{PROJECT_TYPE}} code
version: 1
tools: Read, Grep
metadata:
  name: inner
model:   sonnet # the quick one
---

You look after {{ project }} and \`{{code}}\`.

\`\`\`
{{ fenced }}
\`\`\`

name: not a field here, and {{}} or { {a} } no placeholder
`;

const sets: readonly [string, Grammars | undefined][] = [
  ['stand-in grammars', standIns()],
  ["VS Code's own grammars", realGrammars()],
];

for (const [title, grammars] of sets) {
  for (const scope of ['text.html.markdown', 'text.html.markdown.prompt']) {
    describe(`${scope} with ${title}`, () => {
      const tokens = () => tokenize(agent, scope, grammars ?? standIns());
      before(function () {
        if (!grammars) this.skip();
      });

      it('marks known fields, and those only, in the first column of the frontmatter', async () => {
        assert.deepEqual(textsIn(await tokens(), field), ['name', 'description', 'tools', 'model']);
      });

      it('marks placeholders in frontmatter and body, but not in code', async () => {
        assert.deepEqual(textsIn(await tokens(), placeholder), [
          '{{PROJECT_TYPE}}',
          '{{ project }}',
        ]);
      });

      it('leaves keys and values their own colours', async () => {
        const all = await tokens();
        const keys = textsIn(all, 'entity.name.tag.yaml');
        assert.deepEqual(keys, [
          'name',
          'description',
          'version',
          'tools',
          'metadata',
          'name',
          'model',
        ]);
        assert.ok(textsIn(all, 'string.unquoted.plain.out.yaml').join(' ').includes('reviewer'));
        assert.ok(textsIn(all, 'comment.line.number-sign.yaml').join('').includes('the quick one'));
      });
    });
  }
}

describe('the grammars', () => {
  it('are what their sources and the hosts make them', function () {
    this.timeout(20_000);
    const checked = spawnSync(process.execPath, ['scripts/grammar.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(
      checked.status,
      0,
      `run "node scripts/grammar.mjs": ${checked.stdout}${checked.stderr}`,
    );
  });
});
