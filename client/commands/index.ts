// All commands. Each one has its own file, except for the commands of a view, which are next to the view. To add a command,
// add it to this list.
import * as vscode from 'vscode';
import { agentsCommands } from '../agents/commands';
import type { Command, Dossier } from './command';
import { disableRule } from './disable-rule';
import { explainOutcomes } from './explain-fates';
import { getStarted, openExamples } from './first-minutes';
import { fixAll } from './fix-all';
import { copyPersona, exportPersona } from './keep-persona';
import { makeValid } from './make-valid';
import { newAgent, newAgentFromSelection } from './new-agent';
import { previewPersona } from './preview-persona';
import { renameAgent } from './rename-agent';
import { reportVerdict } from './report-verdict';
import { restartServer } from './restart-server';
import { showGraph } from './show-graph';
import { showOutput } from './show-output';
import { showReferences } from './show-references';
import { showRule } from './show-rule';
import { whyMissing } from './why-missing';

const commands: readonly Command[] = [
  previewPersona,
  copyPersona,
  exportPersona,
  explainOutcomes,
  newAgent,
  newAgentFromSelection,
  fixAll,
  makeValid,
  whyMissing,
  reportVerdict,
  getStarted,
  openExamples,
  restartServer,
  showOutput,
  showReferences,
  showRule,
  disableRule,
  renameAgent,
  showGraph,
  ...agentsCommands,
];

/** Registers every command. */
export function registerCommands(dossier: Dossier): vscode.Disposable {
  const registered = commands.map((command) =>
    vscode.commands.registerCommand(command.id, (...args: unknown[]) =>
      command.run(dossier, ...args),
    ),
  );
  return vscode.Disposable.from(...registered);
}
