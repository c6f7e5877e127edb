// Every program that can be asked which of several agents it takes.
import { claudeCode } from './claude-code';
import { codex } from './codex';
import { copilotCli } from './copilot-cli';
import { geminiCli } from './gemini-cli';
import { grok } from './grok';
import { kimi } from './kimi';
import { kilo, opencode } from './opencode-family';
import type { Program } from './program';
import { qwenCode } from './qwen-code';

export const programs: readonly Program[] = [
  claudeCode,
  codex,
  copilotCli,
  geminiCli,
  grok,
  kilo,
  kimi,
  opencode,
  qwenCode,
];
