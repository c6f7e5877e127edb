// The programs that can be asked which MCP servers they load.
import type { Ask } from '../skills';
import { askClaudeCode } from './claude-code';
import { askCodex } from './codex';
import { askCopilotCli } from './copilot-cli';
import { askKilo, askOpencode } from './opencode-family';
import { askQwenCode } from './qwen-code';
import { askVscode } from './vscode';

interface Asked {
  readonly ask: Ask;
  /** Where texts without a place of their own are asked about. */
  readonly place: string;
}

/** By the id of the host. */
export const serverAskers: Readonly<Record<string, Asked>> = {
  'claude-code': { ask: askClaudeCode, place: '.mcp.json' },
  codex: { ask: askCodex, place: '.codex/config.toml' },
  'copilot-cli': { ask: askCopilotCli, place: '.mcp.json' },
  kilo: { ask: askKilo, place: '.kilo/kilo.jsonc' },
  opencode: { ask: askOpencode, place: '.opencode/opencode.jsonc' },
  vscode: { ask: askVscode, place: '.vscode/mcp.json' },
  'qwen-code': { ask: askQwenCode, place: '.mcp.json' },
};
