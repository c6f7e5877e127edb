// Every program that can be asked which of several agents it takes.
import { claudeCode } from './claude-code';
import { codex } from './codex';
import { copilotCli } from './copilot-cli';
import { cursor } from './cursor';
import { factory } from './factory';
import { geminiCli } from './gemini-cli';
import { grok } from './grok';
import { kimi } from './kimi';
import { kilo, opencode } from './opencode-family';
import type { Program } from './program';
import { qoder } from './qoder';
import { qwenCode } from './qwen-code';

export const programs: readonly Program[] = [
  claudeCode,
  codex,
  copilotCli,
  cursor,
  factory,
  geminiCli,
  grok,
  kilo,
  kimi,
  opencode,
  qoder,
  qwenCode,
];
