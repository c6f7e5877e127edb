// Before which calls a hook runs, by its matcher, against what the programs did (`npm run conformance -- --hooks --matchers --live`).
import assert from 'node:assert/strict';
import { matcherOf } from '../../server/hosts/claude-code/guards/matcher';
import { isMatched as codexMatches } from '../../server/hosts/codex/matcher';
import {
  claudeEvent,
  claudeNames,
  isMatched as copilotMatches,
  ownEvent,
} from '../../server/hosts/copilot-cli/hooks-before';
import { isMatched as geminiMatches } from '../../server/hosts/gemini-cli/hooks-before';
import { isMatched as qwenMatches } from '../../server/hosts/qwen-code/hooks-before';
import { recordedMatchers } from '../conformance/hooks/matchers';

/** By tool: the other names under which Codex knows it. */
const codexNames: Readonly<Record<string, readonly string[]>> = { apply_patch: ['Edit', 'Write'] };

/** The name of Copilot CLI for a tool of which a hook gets that of Claude Code. */
const ownName = (tool: string): string =>
  Object.keys(claudeNames).find((own) => claudeNames[own] === tool) ?? tool;

const claudeMatches = (matcher: string | null, tool: string): boolean =>
  matcherOf(matcher)?.(tool) ?? false;

const ours: Readonly<Record<string, (matcher: string | null, tool: string) => boolean>> = {
  'claude-code': claudeMatches,
  'claude-code PostToolUse': claudeMatches,
  codex: (matcher, tool) => codexMatches(matcher, [tool, ...(codexNames[tool] ?? [])]),
  'copilot-cli': (matcher, tool) => copilotMatches(matcher, tool, ownEvent),
  'copilot-cli postToolUse': (matcher, tool) => copilotMatches(matcher, tool, ownEvent),
  'copilot-cli nested': (matcher, tool) => copilotMatches(matcher, tool, ownEvent),
  'copilot-cli PreToolUse': (matcher, tool) => copilotMatches(matcher, ownName(tool), claudeEvent),
  'copilot-cli .claude': (matcher, tool) => copilotMatches(matcher, ownName(tool), claudeEvent),
  'gemini-cli': geminiMatches,
  'gemini-cli AfterTool': geminiMatches,
  'qwen-code': qwenMatches,
};

describe('the matcher of a hook', () => {
  const recorded = recordedMatchers();

  it('was recorded for each form', () =>
    assert.deepEqual(recorded.map(({ asked }) => asked).sort(), Object.keys(ours).sort()));

  for (const { asked, matchers, ran } of recorded)
    it(`names the calls that it names in ${asked}`, () => {
      const differences = Object.entries(ran).flatMap(([tool, answers]) =>
        matchers.flatMap((matcher, index) => {
          const there = answers[index] === '+';
          return ours[asked]?.(matcher, tool) === there ? [] : [`${matcher}, ${tool}: ${there}`];
        }),
      );
      assert.deepEqual(differences, []);
    });
});
