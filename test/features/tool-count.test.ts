// The lens, the hint and the card count the same tools: those that the agent has in the end.
import assert from 'node:assert/strict';
import { inlayHints } from '../../server/features/inlay-hints';
import { lenses } from '../../server/features/lens';
import { personaCards } from '../../server/features/persona-card';
import { viewAt } from '../support/viewing';

function counted(lines: string) {
  const text = `---\nname: a\ndescription: d\n${lines}\n---\n\nYou review.\n`;
  const view = viewAt(text, {});
  const [hint] = inlayHints(view);
  const [card] = personaCards(view, () => 0);
  const chips = card?.agent?.tools.groups ?? [];
  return {
    lens: lenses(view, () => false)[0]?.title.split(' · ')[1],
    hint: hint?.label,
    tooltip: hint?.tooltip,
    card: card?.agent?.tools.summary,
    detail: card?.detail,
    granted: chips.flatMap(({ granted }) => granted.map(({ name }) => name)),
    lost: chips.flatMap(({ lost }) => lost.map(({ name, note }) => [name, note])),
  };
}

describe('the count of tools', () => {
  it('does not include tools that the file itself denies', () => {
    const { lens, hint, tooltip, card, detail, granted, lost } = counted(
      'tools: Read, Foo, mcp__a__b\ndisallowedTools: Read',
    );
    assert.deepEqual([lens, hint, card], ['0 of 3 tools', '0 of 3 granted', '0 of 3 tools']);
    assert.match(
      tooltip ?? '',
      /grants none of these tools\.\nNot granted: Foo\.\nDenied by another field: Read\./,
    );
    assert.equal(detail, '0 of 3 tools are granted. 1 tool is granted only if it is available.');
    assert.deepEqual(granted, ['mcp__a__b']);
    assert.deepEqual(
      lost.filter(([name]) => name === 'Read'),
      [['Read', 'denied']],
    );
  });

  it('includes tools that other fields add', () => {
    const { lens, hint, card, detail, granted } = counted('tools: Read\nmemory: user');
    assert.deepEqual([lens, hint, card, detail], ['3 tools', undefined, '3 tools', '']);
    assert.deepEqual([...granted].sort(), ['Edit', 'Read', 'Write']);
  });

  it('has every tool once', () => {
    const { lens, card } = counted('tools: Read, Read, Bash');
    assert.deepEqual([lens, card], ['2 tools', '2 tools']);
  });
});
