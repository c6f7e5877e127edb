// The programs that can be asked about plugins and marketplaces.
import type { Ask } from '../skills';
import { askClaudeCode } from './claude-code';
import { askCodex } from './codex';
import { askCopilotCli } from './copilot-cli';
import { askVscode } from './vscode';

/** By the id of the host. */
export const pluginAskers: Readonly<Record<string, { readonly ask: Ask; readonly place: string }>> =
  {
    'claude-code': { ask: askClaudeCode, place: 'plug/.claude-plugin/plugin.json' },
    codex: { ask: askCodex, place: 'plug/.codex-plugin/plugin.json' },
    'copilot-cli': { ask: askCopilotCli, place: 'plug/plugin.json' },
    vscode: { ask: askVscode, place: 'plug/plugin.json' },
  };
