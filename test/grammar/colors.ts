// The tokens of an agent file, for any base grammar.
import assert from 'node:assert/strict';
import type { Grammars } from './stand-ins';
import { textsIn, tokenize } from './tokens';

const field = 'support.type.property-name.agent.dossier';
const placeholder = 'variable.other.placeholder.dossier';

const agent = `---
name: reviewer
description: Looks after {{PROJECT_TYPE}} code
version: 1
tools: Read, Grep
internal:
  name: inner
model:   sonnet # the quick one
---

You look after {{ project }} and \`{{code}}\`.

\`\`\`
{{ fenced }}
\`\`\`

name: not a field here, and {{}} or { {a} } no placeholder
`;

export function describeColors(title: string, grammars: () => Grammars): void {
  it(`do not color ordinary Markdown with ${title}`, async () => {
    const tokens = await tokenize(agent, 'text.html.markdown', grammars());
    assert.deepEqual([...textsIn(tokens, field), ...textsIn(tokens, placeholder)], []);
    assert.ok(textsIn(tokens, 'entity.name.tag.yaml').includes('name'));
  });

  const scope = 'text.html.markdown.prompt';
  describe(`${scope} with ${title}`, () => {
    const tokens = () => tokenize(agent, scope, grammars());

    it('marks only known fields, in the first column of the frontmatter', async () => {
      assert.deepEqual(textsIn(await tokens(), field), ['name', 'description', 'tools', 'model']);
    });

    it('marks placeholders in frontmatter and body, but not in code', async () => {
      assert.deepEqual(textsIn(await tokens(), placeholder), ['{{PROJECT_TYPE}}', '{{ project }}']);
    });

    it('leaves the colors of keys and values unchanged', async () => {
      const all = await tokens();
      const keys = textsIn(all, 'entity.name.tag.yaml');
      assert.deepEqual(keys, [
        'name',
        'description',
        'version',
        'tools',
        'internal',
        'name',
        'model',
      ]);
      assert.ok(textsIn(all, 'string.unquoted.plain.out.yaml').join(' ').includes('reviewer'));
      assert.ok(textsIn(all, 'comment.line.number-sign.yaml').join('').includes('the quick one'));
    });
  });
}
