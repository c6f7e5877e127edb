// The programs that can be asked about settings and hooks.
import type { Asked } from '../skills';
import { askClaudeCode } from './claude-code';
import { askCodex } from './codex';
import { askCopilotCli } from './copilot-cli';
import { askGeminiCli } from './gemini-cli';
import { askQwenCode } from './qwen-code';

/** By the id of the host. */
export const settingsAskers: Readonly<Record<string, Asked>> = {
  'claude-code': { ask: askClaudeCode, place: '.claude/settings.json', isByPath: true },
  codex: { ask: askCodex, place: '.codex/hooks.json' },
  'copilot-cli': { ask: askCopilotCli, place: '.github/hooks/guards.json' },
  'gemini-cli': { ask: askGeminiCli, place: '.gemini/settings.json' },
  'qwen-code': { ask: askQwenCode, place: '.qwen/settings.json' },
};
