// All commands. The commands of a view are next to the view. To add a command, add it to this list.
import * as vscode from 'vscode';
import { agentsCommands } from '../agents/commands';
import { chooseAction } from './choose-action';
import { choosePrograms } from './choose-programs';
import type { Command, Dossier } from './command';
import { compareWithCopy, convertAgentTo, convertFolder, decideConversion } from './convert';
import { fixAll } from './fix-all';
import { getStarted, openExamples } from './get-started';
import { isCallAllowed } from './is-call-allowed';
import { applyValid, cancelValid, makeValid } from './make-valid';
import { newAgent, newAgentFromSelection, newCommand, newSkill } from './new-agent';
import { newMarketplace, newPlugin } from './new-plugin';
import { comparePrograms, copyPersona, exportPersona, previewPersona } from './persona';
import { fixPlugin, showPlugin } from './plugin';
import { renameAgent, showReferences } from './references';
import { disableRule, showRule } from './rule';
import { restartServer, showOutput } from './server';
import { changeToolInCopies } from './tool-in-copies';
import { reportVerdict } from './verdict';
import { whyMissing } from './why-missing';

const commands: readonly Command[] = [
  previewPersona,
  copyPersona,
  exportPersona,
  comparePrograms,
  newAgent,
  newAgentFromSelection,
  newSkill,
  newCommand,
  newPlugin,
  newMarketplace,
  fixAll,
  makeValid,
  applyValid,
  cancelValid,
  convertAgentTo,
  convertFolder,
  compareWithCopy,
  changeToolInCopies,
  ...decideConversion,
  choosePrograms,
  whyMissing,
  isCallAllowed,
  showPlugin,
  fixPlugin,
  reportVerdict,
  getStarted,
  openExamples,
  restartServer,
  showOutput,
  showReferences,
  showRule,
  disableRule,
  chooseAction,
  renameAgent,
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
