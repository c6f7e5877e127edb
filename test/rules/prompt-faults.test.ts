// Faults of prompts over the texts that Claude Code and OpenCode were asked about: what the program did is in the case, and the
// finding is gone in the case with the fix.
import assert from 'node:assert/strict';
import { caseFilesOf } from '../conformance/cases';
import { reportedBy } from '../support/reporting';

/** Rule, program, group, the case with the fault, the one without it, what the program shows, and what the author reads. */
const faults = [
  {
    ...{ rule: 'unknown-agent', host: 'claude-code', group: 'calls' },
    before: 'calls code-reviewr',
    after: 'calls code-reviewer',
    fact: ['calls', /not found/, /starts/],
    message: /"code-reviewr".*"code-reviewer"/,
  },
  {
    ...{ rule: 'personal-path', host: 'claude-code', group: 'orders' },
    before: 'prompt names a home folder',
    after: 'prompt names a home folder, with the fix',
    fact: ['prompt', /44/, /31/],
    message: /\/Users\/anna/,
  },
  {
    ...{ rule: 'personal-path', host: 'opencode', group: 'orders' },
    before: 'prompt names a home folder',
    after: 'prompt names a home folder, with the fix',
    fact: ['prompt', /44/, /31/],
    message: /\/Users\/anna/,
  },
  {
    ...{ rule: 'impossible-command', host: 'claude-code', group: 'orders' },
    before: 'prompt orders a command, the list has no tool for it',
    after: 'prompt orders a command, with the fix',
    fact: ['tools', /^Edit, Read$/, /Bash/],
    message: /"git commit.*Add "Bash"/,
  },
  {
    ...{ rule: 'impossible-command', host: 'opencode', group: 'orders' },
    before: 'prompt orders a command, bash is denied',
    after: 'prompt orders a command, with the fix',
    fact: ['permissions', /^bash \* deny$/, /bash git commit \* allow/],
    message: /"bash" is denied/,
  },
  {
    ...{ rule: 'missing-prompt-tool', host: 'claude-code', group: 'orders' },
    before: 'prompt orders a skill, the list has no tool for it',
    after: 'prompt orders a skill, with the fix',
    fact: ['tools', /^Edit, Read$/, /Skill/],
    message: /Skill/,
  },
] as const;

describe('a fault of a prompt that a program was asked about', () => {
  for (const { rule, host, group, before, after, fact, message } of faults)
    it(`${rule} in ${host}: ${before}`, () => {
      const cases = caseFilesOf(host).get(group)?.cases ?? [];
      const of = (id: string) => {
        const found = cases.find((one) => one.id === id);
        assert.ok(found, id);
        return found;
      };
      const findings = ({ path, text, around }: ReturnType<typeof of>): readonly string[] =>
        reportedBy(rule, { ...around, [path]: text }, `--host=${host}`, '--notes');
      const [key, seen, fixed] = fact;
      assert.match(of(before).facts[key] ?? '', seen);
      assert.match(of(after).facts[key] ?? '', fixed);
      const [first = '', ...others] = findings(of(before));
      assert.match(first, message);
      assert.deepEqual(others, []);
      assert.deepEqual(findings(of(after)), []);
    });
});
