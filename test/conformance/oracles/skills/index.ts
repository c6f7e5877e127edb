// The programs that can be asked about skills and about commands.
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import * as claudeCode from './claude-code';
import { askCodex } from './codex';
import * as copilotCli from './copilot-cli';
import { askFileCommands } from './file-commands';
import { askGeminiCli } from './gemini-cli';
import * as grok from './grok';
import { askKimi } from './kimi';
import * as opencode2 from './opencode-2';
import { askCommandsOf, askSkillsOf } from './opencode-family';
import * as qoder from './qoder';
import { askQwenCode } from './qwen-code';
import * as vscode from './vscode';

/**
 * Answers to questions about skills or commands, in their order.
 * @param folder what holds `node_modules`
 */
export type Ask = (folder: string, questions: readonly Question[]) => Promise<readonly Facts[]>;

export interface Asked {
  readonly ask: Ask;
  /** Where texts without a place of their own are asked about. `{name}` makes it unique. */
  readonly place: string;
  /** No answer can be another file's: the program states the path of each, or is asked about one at a time. */
  readonly isByPath?: true;
}

type ById = Readonly<Record<string, Asked>>;

/** By the id of the host. */
export const skillAskers: ById = {
  'claude-code': { ask: claudeCode.askSkills, place: '.claude/skills/{name}/SKILL.md' },
  codex: { ask: askCodex, place: '.agents/skills/{name}/SKILL.md' },
  'copilot-cli': { ask: copilotCli.askSkills, place: '.github/skills/{name}/SKILL.md' },
  'gemini-cli': { ask: askGeminiCli, place: '.gemini/skills/{name}/SKILL.md' },
  kilo: { ask: askSkillsOf('kilo'), place: '.kilo/skills/{name}/SKILL.md' },
  grok: { ask: grok.askSkills, place: '.grok/skills/{name}/SKILL.md' },
  kimi: { ask: askKimi, place: '.kimi-code/skills/{name}/SKILL.md' },
  qoder: { ask: qoder.askSkills, place: '.qoder/skills/{name}/SKILL.md', isByPath: true },
  'qwen-code': { ask: askQwenCode, place: '.qwen/skills/{name}/SKILL.md' },
  opencode: { ask: askSkillsOf('opencode'), place: '.opencode/skills/{name}/SKILL.md' },
  vscode: {
    ask: vscode.askSkills,
    place: '.github/skills/{name}/SKILL.md',
    isByPath: true,
  },
  'opencode@2': { ask: opencode2.askSkills, place: '.opencode/skills/{name}/SKILL.md' },
};

/** By the id of the host. */
export const commandAskers: ById = {
  'gemini-cli': {
    ask: askFileCommands('@google/gemini-cli/bundle'),
    place: '.gemini/commands/{name}.toml',
  },
  'claude-code': { ask: claudeCode.askCommands, place: '.claude/commands/{name}.md' },
  grok: { ask: grok.askCommands, place: '.grok/commands/{name}.md' },
  'copilot-cli': { ask: copilotCli.askCommands, place: '.claude/commands/{name}.md' },
  kilo: { ask: askCommandsOf('kilo'), place: '.kilo/commands/{name}.md' },
  qoder: { ask: qoder.askCommands, place: '.qoder/commands/{name}.md', isByPath: true },
  'qwen-code': {
    ask: askFileCommands('@qwen-code/qwen-code/chunks'),
    place: '.qwen/commands/{name}.md',
  },
  opencode: { ask: askCommandsOf('opencode'), place: '.opencode/commands/{name}.md' },
  vscode: {
    ask: vscode.askCommands,
    place: '.github/prompts/{name}.prompt.md',
    isByPath: true,
  },
  'opencode@2': { ask: opencode2.askCommands, place: '.opencode/commands/{name}.md' },
};
