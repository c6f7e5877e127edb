import { rootOf } from '../../hosts/place';
import { example } from '../example';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A hook that runs a script which is not there.',
  why: 'A hook is often a guard. One whose script is not there stops nothing, and nobody is told.',
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
    // No script of the project, or none that can be told from the letters.
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
  hears: 'names',
  across: ({ agent: { place, references }, neighbours: { hasFile } }: AcrossInput): Found[] => {
    const { host, location } = place;
    const known = host.missing?.file;
    // Which project an agent of the user's home works in is not known.
    if (!known || !hasFile || location.scope !== 'project') return [];
    const run = references.filter(({ how }) => how === 'runs');
    if (run.length === 0) return [];
    const folders = withParents(rootOf(place));
    return run.flatMap(({ name, span }): Found[] => {
      if (folders.some((folder) => hasFile(`${folder}${name}`))) return [];
      return [
        {
          span,
          severity: 'warning',
          message: `There is no file ${name} in the project: ${host.name} ${known.says}. Name a script that is there, by its path from the project's folder.`,
        },
      ];
    });
  },
};

/** With a slash at the end of each: a session may be started further up. */
function withParents(root: string): readonly string[] {
  const parts = root.split('/');
  const folders = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`);
  return root === '' ? [''] : folders;
}
