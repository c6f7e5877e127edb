// The pictures of the walkthrough are drawn, so their texts are compared with the real findings on the examples.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { capabilityRows } from '../../client/new-agent/rows';
import { lenses } from '../../server/features/lens';
import { newAgentChoices } from '../../server/lsp/new-agent';
import { catalog } from '../support/catalog';
import { findingsIn } from '../support/diagnosing';
import { viewAt } from '../support/viewing';

/** All words of a picture, in one line. */
const drawn = (name: string): string =>
  readFileSync(`images/walkthrough/${name}.svg`, 'utf8')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const example = (at: string) => ({ at, text: readFileSync(`examples/${at}`, 'utf8') });
const refactorer = example('.claude/agents/refactorer.md');
const planner = example('.opencode/agent/migration-planner.md');

/** The message of the first finding of an example, and the first of its fixes. */
function first({ at, text }: typeof planner): { readonly message: string; readonly fix: string } {
  const [finding] = findingsIn(text, { at });
  assert.ok(finding);
  const [fix] = finding.fixes ?? [];
  assert.ok(fix);
  return { message: finding.message, fix: fix.title };
}

describe('the pictures of the walkthrough', () => {
  it('show the finding of an example, and its fix', () => {
    const [lens] = lenses(viewAt(refactorer.text, refactorer), () => false);
    const words = drawn('findings');
    assert.ok(words.includes(lens?.title ?? '?'), lens?.title);
    assert.ok(words.includes(first(refactorer).message), first(refactorer).message);
  });

  it('show why one is missing, and what makes it valid', () => {
    const { message, fix } = first(planner);
    assert.ok(drawn('why').includes(message), message);
    assert.ok(drawn('valid').includes(message), message);
    assert.ok(drawn('valid').includes(fix), fix);
  });

  it('show the permissions of a new agent', () => {
    const words = drawn('new');
    for (const { label, description = '' } of capabilityRows(newAgentChoices(catalog)))
      assert.ok(words.includes(label) && words.includes(description), `${label} ${description}`);
  });
});
