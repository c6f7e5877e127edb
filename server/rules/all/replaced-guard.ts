import { replacedKeysOf } from '../../agent/json-root';
import { hasAgent } from '../../hosts/model/outcome';
import { documentKindOf } from '../../hosts/model/place';
import type { Guard } from '../../hosts/model/settings';
import { joined, t } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostGuards } from '../values/lost-guards';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for permission rules, hooks and servers below a key that occurs again later in the same object.',
  why: 'The program uses only the last of several keys with one name, so what the first one denies or checks does not hold, and no program reports it.',
  sources: [{ facts: ['keys that occur twice'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.claude/settings.json',
      '{\n  "permissions": { "deny": ["Bash", "Read(.env)"] },\n  "permissions": { "allow": ["Read"] }\n}\n',
    ),
    exactly(
      '.qwen/settings.json',
      '{\n  "$version": 4,\n  "permissions": {\n    "deny": ["Bash"],\n    "deny": ["Read(.env)"]\n  }\n}\n',
    ),
    exactly(
      '.gemini/settings.json',
      '{\n  "mcpServers": { "files": { "command": "files" } },\n  "mcpServers": { "search": { "command": "search" } }\n}\n',
    ),
  ],
  passing: [
    exactly(
      '.claude/settings.json',
      '{\n  "permissions": { "deny": ["Bash"] },\n  "permissions": { "deny": ["Bash", "Read(.env)"] }\n}\n',
    ),
    exactly(
      '.claude/settings.json',
      '{\n  "permissions": { "deny": ["Bash"], "allow": ["Read"] }\n}\n',
    ),
    // Nothing of the file is used, which is reported.
    exactly(
      '.claude/settings.json',
      '{\n  "permissions": { "deny": ["Bash"] },\n  "permissions": {},\n  "cleanupPeriodDays": "30"\n}\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'replaced-guard',
  kind: 'host',
  subjects: ['settings'],
  check: ({ outline, verdict }: HostInput): Found[] => {
    const kind = documentKindOf(verdict.place);
    const { agent, outcome } = verdict;
    // Where nothing is used, that is reported.
    if (kind.subject !== 'settings' || !kind.keyTwice || !agent || !hasAgent(outcome)) return [];
    const { effect } = kind.keyTwice;
    const used = kind.guards(agent.fields);
    return replacedKeysOf(outline.text).flatMap(({ key, keySpan, alone }): Found[] => {
      const lost = kind.guards([alone]).filter((one) => !used.some((other) => isSame(one, other)));
      if (lost.length === 0) return [];
      return [
        {
          span: keySpan,
          severity: 'error',
          message: joined([
            t('The key "{key}" occurs twice.', { key }),
            effectOf(verdict, effect),
            ...lostGuards(lost),
            t('Move both into one.'),
          ]),
        },
      ];
    });
  },
};

const isSame = (one: Guard, other: Guard): boolean =>
  one.kind === other.kind && one.name === other.name;
