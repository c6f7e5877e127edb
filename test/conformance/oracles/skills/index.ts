// The programs that can be asked about skills.
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { askClaudeCode } from './claude-code';
import { askCodex } from './codex';
import { askCopilotCli } from './copilot-cli';
import { askGeminiCli } from './gemini-cli';
import { askOpencode } from './opencode';

/**
 * Answers to questions about skills, in their order.
 * @param folder what holds `node_modules`
 */
export type AskSkills = (
  folder: string,
  questions: readonly Question[],
) => Promise<readonly Facts[]>;

/** By the id of the host. */
export const skillAskers: Readonly<Record<string, AskSkills>> = {
  'claude-code': askClaudeCode,
  codex: askCodex,
  'copilot-cli': askCopilotCli,
  'gemini-cli': askGeminiCli,
  opencode: askOpencode,
};

/** Where texts without a place of their own are asked about, by the id of the host. */
export const skillPlaces: Readonly<Record<string, string>> = {
  'claude-code': '.claude/skills/{name}/SKILL.md',
  codex: '.agents/skills/{name}/SKILL.md',
  'copilot-cli': '.github/skills/{name}/SKILL.md',
  'gemini-cli': '.gemini/skills/{name}/SKILL.md',
  opencode: '.opencode/skills/{name}/SKILL.md',
};
