// The failing examples of every rule in every shape of a file: the same findings at the same text, and fixes with the same result.
import assert from 'node:assert/strict';
import { fixesFor } from '../../server/features/fixes/fixes';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import type { Example, Rule } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import { catalog } from '../support/catalog';
import { findingsOf, rulesWithExamples, settingsFor, viewOfExample } from '../support/examples';
import { commentBeforeFence, type Shape, shapes, tidied } from '../support/shapes';
import { words } from '../support/words';

interface Seen {
  /** With the text at its place. */
  readonly finding: string;
  /** Title and safety of each fix, and the text after it. */
  readonly fixes: readonly (readonly [string, string])[];
}

/** VS Code finds no frontmatter after a byte order mark. */
const readingMarks = new HostCatalog(catalog.hosts.filter(({ id }) => id !== 'vscode'));

function seen(rule: Rule, example: Example, among: HostCatalog): readonly Seen[] {
  const view = viewOfExample(example, settingsFor(rule), among);
  const { text } = view.outline;
  return findingsOf(rule, view).map((finding) => {
    const { span, severity, message } = finding;
    const place = span ? text.slice(span.start, span.end) : 'file';
    return {
      finding: `${severity}: ${words(message)} [${place}]`,
      fixes: fixesFor(view, finding).map(({ title, safety, edits }) => [
        `${words(title)} (${safety})`,
        applyEdits(text, edits),
      ]),
    };
  });
}

const shaped = (all: readonly Seen[], shape: Shape): readonly Seen[] =>
  all.map(({ finding, fixes }) => ({
    finding,
    fixes: fixes.map(([fix, text]) => [fix, tidied(shape, shape.of(text))]),
  }));

const compared = (all: readonly Seen[], shape: Shape): readonly Seen[] =>
  all.map(({ finding, fixes }) => ({
    finding: finding.replaceAll('\r', ''),
    fixes: fixes.map(([fix, text]) => [fix, tidied(shape, text)]),
  }));

/** Where a program treats another shape as another file. */
const others: Readonly<Record<string, readonly string[]>> = {
  // Claude Code does not repair lines that end with CRLF.
  CRLF: ['repaired-yaml: .claude/agents/reviewer.md'],
  // Nothing is known of such a JSON file, and OpenCode does not repair such a file.
  'a byte order mark': [
    'invalid-json: .kiro/agents/reviewer.json',
    'repaired-yaml: .opencode/agent/reviewer.md',
    // Codex and Copilot CLI read no such JSON.
    'ignored-settings: .codex/hooks.json',
    'ignored-settings: .github/hooks/guards.json',
    'missing-script: .codex/hooks.json',
    'personal-path: .codex/hooks.json',
    'unset-variable: .codex/hooks.json',
    'missing-script: .github/hooks/guards.json',
    'invalid-hook: .codex/hooks.json',
    'invalid-hook: .github/hooks/guards.json',
    'broken-manifest: .github/plugin/marketplace.json',
    'missing-source: .github/plugin/marketplace.json',
    'ignored-plugin: .agents/plugins/marketplace.json',
    'conflicting-entry: .agents/plugins/marketplace.json',
    'conflicting-entry: .github/plugin/marketplace.json',
    'differing-manifests: review/.github/plugin/plugin.json',
    // Gemini CLI does not start with it.
    'ignored-settings: .gemini/settings.json',
    'missing-script: .gemini/settings.json',
    'ignored-server: .gemini/settings.json',
    'invalid-hook: .gemini/settings.json',
    'unapplied-rule: .gemini/settings.json',
    'contradictory-tool: .gemini/agents/reviewer.md',
    'replaced-guard: .gemini/settings.json',
    // Codex finds no frontmatter.
    'ignored-guard: .agents/skills/release/SKILL.md',
    'skill-names: .agents/skills/check/SKILL.md',
    'skill-names: .agents/skills/review/SKILL.md',
    'unlisted-description: .agents/skills/review-026/SKILL.md',
  ],
  // A field is added after the comment. Whether a comment after an open quote belongs to the string is not known.
  [commentBeforeFence.name]: [
    'widening-field: .claude/agents/reviewer.md',
    'missing-field: .claude/agents/reviewer.md',
    'invalid-yaml: .claude/agents/reviewer.md',
    'unlisted-description: .github/skills/review-016/SKILL.md',
  ],
};

const sizeLimit = 20_000;

for (const rule of rulesWithExamples) {
  it(`${rule.name}: examples in other shapes`, () => {
    for (const example of rule.failing) {
      if (example.text.length > sizeLimit) continue;
      for (const shape of [...shapes, commentBeforeFence]) {
        const among = shape.name === 'a byte order mark' ? readingMarks : catalog;
        const text = shape.of(example.text);
        const isOther = others[shape.name]?.includes(`${rule.name}: ${example.path}`);
        if (isOther || text === example.text) continue;
        const now = seen(rule, { ...example, text }, among);
        const usual = seen(rule, example, among);
        assert.deepEqual(compared(now, shape), shaped(usual, shape), `with ${shape.name}`);
      }
    }
  });
}
