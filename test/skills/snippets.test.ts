// Every snippet of a skill or command, with nothing filled in, is loaded by its programs and has no finding.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expanded } from '../grammar/expand';
import { running } from '../support/running';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly include: readonly string[];
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync('snippets/skills.json', 'utf8'),
);

describe('snippets of skills and commands', () => {
  for (const [title, { prefix, description, include, body }] of Object.entries(snippets))
    for (const glob of include)
      it(`${title}: is loaded as ${glob}`, () => {
        assert.match(prefix, /^dossier-[a-z-]*(?:skill|command)$/);
        assert.ok(description.length > 20);
        const path = glob
          .slice(3)
          .replaceAll('**/', '')
          .replace('*/', 'notes/')
          .replace('*.md', 'notes.md');
        const at =
          path.endsWith('skills/SKILL.md') || path.endsWith('skill/SKILL.md')
            ? path.replace('SKILL.md', 'notes/SKILL.md')
            : path;
        // A dollar sign of the text is escaped.
        const raw = body
          .join('\n')
          .replace(/\$\{1:\$\{TM_DIRECTORY[^}]*\}\}/, 'notes')
          .replaceAll('\\$', '\u0000');
        const text = expanded(raw, {}).replaceAll('\u0000', '$');
        assert.doesNotMatch(text, /\$\{|undefined/);
        const { json } = running({ [at]: text }, ['check', '--format', 'json']);
        assert.deepEqual(json, { files: 1, findings: [] }, `${at}\n${text}`);
      });

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});
