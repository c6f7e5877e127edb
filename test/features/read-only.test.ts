// Agents that a field keeps from changing files: no surface shows them with every tool.
import assert from 'node:assert/strict';
import { lenses } from '../../server/features/lens';
import { personaCards } from '../../server/features/persona/persona-card';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const cursor = (fields: string): Readonly<Record<string, string>> => ({
  '.cursor/agents/reviewer.md': `---\nname: reviewer\ndescription: Reviews.\n${fields}---\nYou review.\n`,
});
const codex = (fields: string): Readonly<Record<string, string>> => ({
  '.codex/agents/reviewer.toml': `name = "reviewer"\ndescription = "Reviews."\n${fields}developer_instructions = "You review."\n`,
});

const cases: readonly (readonly [string, Readonly<Record<string, string>>, string, string])[] = [
  ['Cursor, readonly', cursor('readonly: true\n'), 'read-only', 'good'],
  ['Cursor, not readonly', cursor('readonly: false\n'), 'every tool', 'good'],
  // Not a boolean, so Cursor does not read it as one.
  ['Cursor, a comment', cursor('readonly: true # yes\n'), 'every tool', 'changed'],
  // Which names limit the agent is not known.
  ['Cursor, a list', cursor('tools: Read, Grep\n'), 'tools unknown', 'good'],
  [
    'Codex, a sandbox',
    codex('sandbox_mode = "read-only"\n'),
    'read-only, not guaranteed',
    'changed',
  ],
  ['Codex, another', codex('sandbox_mode = "workspace-write"\n'), 'every tool', 'good'],
];

describe('an agent that may change no file', () => {
  for (const [name, files, label, tone] of cases)
    it(`is shown as such: ${name}`, () => {
      const [[at = '', text = ''] = []] = Object.entries(files);
      const view = viewAt(text, { at });
      const [lens] = lenses(view, () => false);
      assert.match(words(lens?.title ?? ''), new RegExp(`: ${label}$`));
      assert.equal(lens?.tone, tone);
      assert.equal(inEnglish(personaCards(view, () => 0))[0]?.agent?.tools.summary, label);
      const inList = label.replace('every tool', 'all').replace('tools unknown', 'unknown');
      const cell = inList.replace(', not guaranteed', '?');
      assert.match(running(files, ['list']).out, new RegExp(` ${cell.replace('?', '\\?')} `));
      const line = label.replace('every tool', 'all tools');
      assert.match(running(files, ['explain', at]).out, new RegExp(`\\b${line}\\b`));
    });
});
