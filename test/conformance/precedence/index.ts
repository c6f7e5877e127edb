// Every program that can be asked which of several agents it takes.
import { claudeCode } from './claude-code';
import { codex } from './codex';
import { copilotCli } from './copilot-cli';
import { factory } from './factory';
import { kilo, opencode } from './opencode-family';
import type { Program } from './program';

export const programs: readonly Program[] = [
  claudeCode,
  codex,
  copilotCli,
  factory,
  kilo,
  opencode,
];
