// How VS Code maps Claude Code's tools and models in `.claude/agents`. The names are case-sensitive.

import { t } from '../../text/message';
import type { Model, ModelCatalog, ModelVerdict } from '../model/models';
import type { Capability } from '../model/tool-purposes';
import type { FormerTool, Tool, ToolCatalog } from '../model/tools';
import { executedHere, readHere } from './evidence';

interface Mapped {
  readonly to: readonly string[];
  readonly does: Capability;
  readonly means: string;
}

const mapped: Readonly<Record<string, Mapped>> = {
  Bash: { to: ['execute'], does: 'run', means: 'Runs shell commands.' },
  Edit: { to: ['edit/editNotebook', 'edit/editFiles'], does: 'write', means: 'Edits files.' },
  Glob: { to: ['search/fileSearch'], does: 'search', means: 'Finds files by name.' },
  Grep: { to: ['search/textSearch'], does: 'search', means: 'Searches the contents of files.' },
  Read: { to: ['read/readFile', 'read/getNotebookSummary'], does: 'read', means: 'Reads files.' },
  Write: {
    to: ['edit/createDirectory', 'edit/createFile', 'edit/createJupyterNotebook'],
    does: 'write',
    means: 'Creates files and folders.',
  },
  WebFetch: { to: ['web'], does: 'web', means: 'Fetches web pages.' },
  WebSearch: { to: ['web'], does: 'web', means: 'Searches the web.' },
  Task: { to: ['agent'], does: 'delegate', means: 'Delegates work to other agents.' },
  NotebookEdit: { to: ['edit/editNotebook'], does: 'write', means: 'Edits notebook cells.' },
  AskUserQuestion: {
    to: ['vscode/askQuestions'],
    does: 'ask',
    means: 'Asks the user questions.',
  },
  Skill: { to: [], does: 'other', means: 'Runs a skill.' },
  LSP: { to: [], does: 'read', means: 'Queries a language server.' },
  MCPSearch: { to: [], does: 'other', means: 'Finds tools of MCP servers.' },
};

/** The VS Code tools that replace a Claude Code tool; undefined for a name that VS Code does not map. */
export const toolsMappedFrom = (name: string): readonly string[] | undefined =>
  Object.hasOwn(mapped, name) ? mapped[name]?.to : undefined;

/** All names that VS Code maps, which are those that it offers there. */
export const claudeToolNames: readonly string[] = Object.keys(mapped);

export const noToolEffect = '{host} has no corresponding tool.';

const known = Object.entries(mapped).map(([name, { to, does, means }]): Tool => {
  const mapping = to.length > 0 ? ` Mapped to ${to.join(', ')}.` : '';
  return {
    name,
    does,
    means: means + mapping,
    ...(to.length === 0 && { unavailable: noToolEffect, evidence: readHere }),
  };
});

const removed = (name: string): FormerTool => ({ name, now: [], mapped: false });

export const claudeTools: ToolCatalog = {
  tools: known,
  former: ['MultiEdit', 'LS', 'NotebookRead', 'TodoRead'].map(removed),
  forms: [],
  separators: ',',
  evidence: executedHere,
};

const aliases: readonly Model[] = [
  {
    id: 'sonnet',
    standsFor: 'Claude Sonnet 4.5 (copilot)',
    means: 'Runs Claude Sonnet 4.5 in VS Code.',
  },
  { id: 'opus', standsFor: 'Claude Opus 4.6 (copilot)', means: 'Runs Claude Opus 4.6 in VS Code.' },
  {
    id: 'haiku',
    standsFor: 'Claude Haiku 4.5 (copilot)',
    means: 'Runs Claude Haiku 4.5 in VS Code.',
  },
  { id: 'inherit', means: 'The model selected in the chat.', evidence: readHere },
];

/** The model that VS Code runs for an alias of Claude Code. */
export const modelMappedFrom = (written: string): string | undefined =>
  aliases.find(({ id }) => id === written)?.standsFor;

function resolve(written: string): ModelVerdict {
  const model = modelMappedFrom(written);
  if (model !== undefined)
    return {
      effective: model,
      outcome: 'alias',
      effect: t('{host} uses {model}.', { model }),
    };
  if (written === 'inherit') {
    return {
      effective: 'inherit',
      outcome: 'inherits',
      effect: '{host} uses the model selected in the chat.',
    };
  }
  const family = /opus|sonnet|haiku/.exec(written.toLowerCase())?.[0];
  return {
    effective: 'inherit',
    outcome: 'unlisted',
    effect: '{host} maps only sonnet, opus and haiku, and uses the model selected in the chat.',
    ...(family !== undefined && { instead: family }),
  };
}

export const claudeModels: ModelCatalog = { models: aliases, resolve, evidence: executedHere };
