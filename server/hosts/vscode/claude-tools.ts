// What VS Code makes of Claude Code's tools and models in `.claude/agents`: a table of its own, exact in every letter.

import { message } from '../../text/message';
import type { Capability } from '../capabilities';
import type { Model, ModelCatalogue, ModelVerdict } from '../models';
import type { FormerTool, Tool, ToolCatalogue } from '../tools';
import { ran } from './evidence';

interface Mapped {
  readonly to: readonly string[];
  readonly does: Capability;
  readonly means: string;
}

const mapped: Readonly<Record<string, Mapped>> = {
  Bash: { to: ['execute'], does: 'run', means: 'Runs commands.' },
  Edit: { to: ['edit/editNotebook', 'edit/editFiles'], does: 'write', means: 'Changes files.' },
  Glob: { to: ['search/fileSearch'], does: 'search', means: 'Finds files by name.' },
  Grep: { to: ['search/textSearch'], does: 'search', means: 'Searches the text of files.' },
  Read: { to: ['read/readFile', 'read/getNotebookSummary'], does: 'read', means: 'Reads files.' },
  Write: {
    to: ['edit/createDirectory', 'edit/createFile', 'edit/createJupyterNotebook'],
    does: 'write',
    means: 'Makes files and folders.',
  },
  WebFetch: { to: ['web'], does: 'web', means: 'Reads the web.' },
  WebSearch: { to: ['web'], does: 'web', means: 'Reads the web.' },
  Task: { to: ['agent'], does: 'delegate', means: 'Hands work to other agents.' },
  NotebookEdit: { to: ['edit/editNotebook'], does: 'write', means: 'Changes cells of a notebook.' },
  AskUserQuestion: {
    to: ['vscode/askQuestions'],
    does: 'ask',
    means: 'Asks the person questions.',
  },
  Skill: { to: [], does: 'other', means: 'Runs a skill.' },
  LSP: { to: [], does: 'read', means: 'Asks a language server.' },
  MCPSearch: { to: [], does: 'other', means: 'Finds tools of MCP servers.' },
};

/** What stands in place of a tool of Claude Code here; undefined for a name that VS Code does not map. */
export const claudeTool = (name: string): readonly string[] | undefined =>
  Object.hasOwn(mapped, name) ? mapped[name]?.to : undefined;

/** Every name in that table: what the editor offers there. */
export const claudeToolNames: readonly string[] = Object.keys(mapped);

export const nothingFor = '{host} has no corresponding tool.';

const known = Object.entries(mapped).map(([name, { to, does, means }]): Tool => {
  const as = to.length > 0 ? ` Becomes ${to.join(', ')}.` : '';
  return { name, does, means: means + as, ...(to.length === 0 && { unavailable: nothingFor }) };
});

const gone = (name: string): FormerTool => ({ name, now: [], mapped: false });

export const claudeTools: ToolCatalogue = {
  tools: known,
  former: ['MultiEdit', 'LS', 'NotebookRead', 'TodoRead'].map(gone),
  forms: [],
  separators: ',',
  evidence: ran,
};

const aliases: readonly Model[] = [
  { id: 'sonnet', standsFor: 'Claude Sonnet 4.5 (copilot)', means: 'Runs Claude Sonnet 4.5 here.' },
  { id: 'opus', standsFor: 'Claude Opus 4.6 (copilot)', means: 'Runs Claude Opus 4.6 here.' },
  { id: 'haiku', standsFor: 'Claude Haiku 4.5 (copilot)', means: 'Runs Claude Haiku 4.5 here.' },
  { id: 'inherit', means: 'The model chosen in the chat.' },
];

/** The model that VS Code runs for an alias of Claude Code. */
export const claudeModel = (written: string): string | undefined =>
  aliases.find(({ id }) => id === written)?.standsFor;

function resolve(written: string): ModelVerdict {
  const model = claudeModel(written);
  if (model !== undefined)
    return {
      effective: model,
      outcome: 'alias',
      effect: message('{host} runs {model}.', { model }),
    };
  if (written === 'inherit') {
    return {
      effective: 'inherit',
      outcome: 'inherits',
      effect: '{host} runs the model chosen in the chat.',
    };
  }
  const family = /opus|sonnet|haiku/.exec(written.toLowerCase())?.[0];
  return {
    effective: 'inherit',
    outcome: 'unlisted',
    effect: '{host} maps only sonnet, opus and haiku, and runs the model chosen in the chat.',
    ...(family !== undefined && { instead: family }),
  };
}

export const claudeModels: ModelCatalogue = { models: aliases, resolve, evidence: ran };
