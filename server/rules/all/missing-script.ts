import { type Runner, scriptOf } from '../../hosts/judge/hook-scripts';
import { pathAround, rootOf, withParents } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import type { HookScripts } from '../../hosts/model/settings';
import { composed, type Sentence, t } from '../../text/message';
import { exactly, example } from '../example';
import type { Example, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hooksOf } from '../values/hook-commands';

export const docs: RuleDocs = {
  what: 'Checks for hooks that run a script that does not exist or is not executable.',
  why: 'A hook often blocks something. If its script does not run, it blocks nothing in most programs, and the user does not notice. In others, it blocks every call.',
  sources: [{ facts: ['scripts of hooks'] }],
};

export const examples = (): RuleExamples => {
  const inSettings = (command: string): string =>
    `{\n  "hooks": {\n    "PreToolUse": [\n      { "matcher": "Bash", "hooks": [{ "type": "command", "command": "${command}" }] }\n    ]\n  }\n}\n`;

  const withScript = (path: string, command: string): Example => ({
    ...exactly(path, inSettings(command)),
    companions: [exactly('scripts/check.sh', 'exit 2')],
  });

  return {
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
      withScript('.claude/settings.json', '\\"$CLAUDE_PROJECT_DIR\\"/scripts/chek.sh'),
      exactly('.claude/settings.json', inSettings('python3 scripts/check.py')),
      withScript(
        '.claude/settings.json',
        'bash \\"$(git rev-parse --show-toplevel)\\"/scripts/chek.sh',
      ),
      // Not executable.
      withScript('.codex/hooks.json', './scripts/check.sh'),
      exactly(
        '.github/hooks/guards.json',
        '{\n  "hooks": {\n    "preToolUse": [{ "type": "command", "bash": "./scripts/chek.sh" }]\n  }\n}\n',
      ),
      withScript('.qwen/settings.json', 'bash $QWEN_PROJECT_DIR/scripts/chek.sh'),
      exactly('.claude/settings.json', inSettings('GUARD=1 bun scripts/check.ts')),
      exactly(
        '.claude/settings.json',
        inSettings('uv run \\"$CLAUDE_PROJECT_DIR/scripts/check.py\\"'),
      ),
      exactly(
        '.qwen/settings.json',
        '{\n  "hooks": {\n    "UserPromptSubmit": [{ "hooks": [{ "type": "command", "command": "python3 scripts/prompt.py" }] }],\n    "SessionStart": [{ "hooks": [{ "type": "command", "command": "node scripts/start.mjs" }] }]\n  }\n}\n',
      ),
      exactly(
        '.gemini/settings.json',
        '{\n  "hooks": {\n    "BeforeTool": [\n      { "hooks": [{ "type": "command", "command": "./scripts/chek.sh" }, { "type": "command", "command": "node scripts/check.mjs" }] }\n    ],\n    "BeforeAgent": [{ "hooks": [{ "type": "command", "command": "bash $GEMINI_PROJECT_DIR/scripts/prompt.sh" }] }]\n  }\n}\n',
      ),
    ],
    passing: [
      exactly(
        '.qwen/settings.json',
        '{\n  "hooks": {\n    "TodoCreated": [{ "hooks": [{ "type": "command", "command": "./scripts/chek.sh" }] }]\n  }\n}\n',
      ),
      example(
        '.claude/agents/deployer.md',
        'name: deployer\ndescription: Deploys.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: "${CLAUDE_PROJECT_DIR}/scripts/check.sh"',
        undefined,
        { path: 'scripts/check.sh', text: 'exit 2' },
        example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
      ),
      withScript('.claude/settings.json', 'bash ./scripts/check.sh'),
      withScript('.claude/settings.json', 'bash $(git rev-parse --show-toplevel)/scripts/check.sh'),
      exactly('.claude/settings.json', inSettings('npx check')),
      exactly('.claude/settings.json', inSettings('\\"./my scripts/check.sh\\"')),
      exactly('.claude/settings.json', inSettings('uv run pytest tests/check.py')),
      // Not a script of the project, or a command whose script cannot be determined.
      example(
        '.claude/agents/deployer.md',
        'name: deployer\ndescription: Deploys.\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: npm run check\n        - type: command\n          command: cd tools && ./check.sh\n        - type: command\n          command: $HOME/check.sh\n        - type: command\n          command: node_modules/.bin/check',
        undefined,
        example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
      ),
    ],
  };
};

export const rule: Rule = {
  name: 'missing-script',
  kind: 'host',
  subjects: ['agent', 'settings'],
  check: ({ outline: { text }, verdict }: HostInput): Found[] => {
    const { place } = verdict;
    const found = hooksOf(verdict);
    // Hooks of a user run in any project.
    if (!found || place.location.scope !== 'project') return [];
    const { folders, isInAnyParent } = found.scripts;
    return found.commands.flatMap(({ event, command }): Found[] => {
      const script = scriptOf(text, command, folders);
      if (!script) return [];
      const { path, span, runner, isDirect } = script;
      const effect = effectAt(event, runner, found.scripts);
      if (effect === undefined) return [];
      const does = effectIn(place.host, effect);
      const unlessFiles = isInAnyParent
        ? withParents(rootOf(place)).map((one) => `${one}${path}`)
        : [pathAround(place, path)];
      const isMissing: Found = {
        ...{ span, severity: 'warning', unlessFiles },
        message: composed`${t('"{script}" does not exist in the project.', { script: path })} ${does} ${t('Create it, or correct the path.')}`,
      };
      if (!isDirect || isInAnyParent) return [isMissing];
      return [
        isMissing,
        {
          ...{ span, severity: 'warning', unlessExecutable: pathAround(place, path) },
          message: composed`${t('"{script}" is not executable.', { script: path })} ${does} ${t('Set its execute permission, or run it with its interpreter.')}`,
        },
      ];
    });
  },
};

/** Undefined where it is not known. */
const effectAt = (
  event: string,
  runner: Runner,
  { failed, otherwise, failedInPython, failedInNode }: HookScripts,
): Sentence | undefined =>
  runner === 'ends-with-2'
    ? failedInPython[event]
    : runner === 'ends-with-1' && failedInNode
      ? failedInNode[event]
      : (failed[event] ?? otherwise);
