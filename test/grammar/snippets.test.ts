// Every snippet, with nothing filled in, is already an agent that can be read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expanded } from './expand';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync('snippets/agents.json', 'utf8'),
);

describe('snippets', () => {
  for (const [title, { prefix, description, body }] of Object.entries(snippets)) {
    const text = expanded(body.join('\n'), { TM_FILENAME_BASE: 'the-name.agent' });

    it(`${title}: is told apart from VS Code's own, and described`, () => {
      assert.match(prefix, /^dossier-[a-z-]+-agent$/);
      assert.ok(description.length > 20);
    });

    it(`${title}: makes a frontmatter with a description, and a prompt`, () => {
      const [, head = '', prompt = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      const fields: unknown = parse(head);
      assert.ok(typeof fields === 'object' && fields !== null && 'description' in fields, head);
      assert.match(String(fields.description), /Use it (?:before|after|when) /);
      assert.match(prompt, /You are /);
      assert.doesNotMatch(text, /\$|\{\{/);
    });
  }

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});
