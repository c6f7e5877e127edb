import { rootOf, withParents } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import { composed, t } from '../../text/message';
import { example } from '../example';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for hooks that run a script that does not exist.',
  why: 'A hook often blocks something. If its script does not exist, it blocks nothing, and the user does not notice.',
  sources: [{ facts: ['missing file', 'field of hooks'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./scripts/chek.sh',
      undefined,
      { path: 'scripts/check.sh', text: 'exit 2' },
      example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
    ),
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: \'bash "$CLAUDE_PROJECT_DIR"/hooks/check.sh --strict\'',
      undefined,
      example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: "${CLAUDE_PROJECT_DIR}/scripts/check.sh"',
      undefined,
      { path: 'scripts/check.sh', text: 'exit 2' },
      example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
    ),
    // Not a script of the project, or a command whose script cannot be determined.
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: npm run check\n        - type: command\n          command: cd tools && ./check.sh\n        - type: command\n          command: $HOME/check.sh\n        - type: command\n          command: node_modules/.bin/check',
      undefined,
      example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
    ),
  ],
});

export const rule: Rule = {
  name: 'missing-script',
  kind: 'host',
  across: ({ agent: { place, references }, workspace: { hasFile } }: WorkspaceInput): Found[] => {
    const { host, location } = place;
    const known = host.missing?.file;
    // An agent in the home folder works in any project, so its scripts cannot be checked.
    if (!known || !hasFile || location.scope !== 'project') return [];
    const scripts = references.filter(({ how }) => how === 'runs');
    if (scripts.length === 0) return [];
    const folders = withParents(rootOf(place));
    return scripts.flatMap(({ name, span }): Found[] => {
      if (folders.some((folder) => hasFile(`${folder}${name}`))) return [];
      return [
        {
          span,
          severity: 'warning',
          message: composed`${t('"{script}" does not exist in the project.', { script: name })} ${effectIn(host, known.effect)} ${t('Use a path relative to the project folder.')}`,
        },
      ];
    });
  },
};
