import { t } from '../../text/message';
import { entryOf, valueAtKey } from '../../yaml/value';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hooksOf } from '../values/hook-commands';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for hooks that use a variable which the program does not set.',
  why: 'The variable is empty, so a check of it never finds anything: the hook runs and blocks nothing. Programs pass the call as JSON on the standard input of a hook.',
  sources: [{ facts: ['scripts of hooks'] }],
};

export const examples = (): RuleExamples => {
  const inHook = (path: string, command: string) =>
    exactly(
      path,
      `{\n  "hooks": {\n    "PreToolUse": [{ "hooks": [{ "type": "command", "command": "${command}" }] }]\n  }\n}\n`,
    );
  return {
    failing: [
      inHook('.claude/settings.json', 'echo $CLAUDE_TOOL_INPUT | grep -q rm && exit 2'),
      inHook('.codex/hooks.json', 'bash ${CLAUDE_PROJECT_DIR}/check.sh'),
    ],
    passing: [
      inHook('.claude/settings.json', 'jq -r .tool_input.command | grep -q rm && exit 2'),
      inHook('.claude/settings.json', 'CLAUDE_TOOL_INPUT=$(cat); echo $CLAUDE_TOOL_INPUT'),
      inHook('.claude/settings.json', 'node ${CLAUDE_PROJECT_DIR}/check.js $OTHER'),
    ],
  };
};

export const rule: Rule = {
  name: 'unset-variable',
  kind: 'host',
  subjects: ['settings'],
  check: ({ outline: { text }, verdict }: HostInput): Found[] => {
    const found = hooksOf(verdict);
    const { unset, failed } = found?.scripts ?? {};
    if (!found || !unset) return [];
    const environment = entryOf(verdict.agent?.fields ?? [], 'env')?.value;
    return found.commands.flatMap(({ event, command }): Found[] => {
      // Which variables there are at other events is not known.
      if (!failed || !Object.hasOwn(failed, event)) return [];
      const { start, end } = command.span;
      for (const { 0: written, 1: braced, 2: plain, index } of text
        .slice(start, end)
        .matchAll(use)) {
        const name = braced ?? plain ?? '';
        if (!unset.test(name) || isSetIn(command.text, name)) continue;
        if (environment && valueAtKey(environment, name)) continue;
        return [
          {
            span: { start: start + index, end: start + index + written.length },
            severity: 'warning',
            losesLimit: true,
            message: t(
              '{host} does not set "{name}", so it is empty. Use the JSON on the standard input of the hook, or a path relative to the project.',
              { host: hostName(verdict), name },
            ),
          },
        ];
      }
      return [];
    });
  },
};

const use = /\$(?:\{(\w+)\}|(\w+))/g;

/** Whether the command sets it itself. */
const isSetIn = (command: string, name: string): boolean =>
  new RegExp(`(?:^|[\\s;&(])(?:${name}=|(?:read|for)\\b[^;|&]*\\b${name}\\b)`).test(command);
