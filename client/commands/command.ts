// The shape of a command, the services it can use, and the document it applies to.
import * as vscode from 'vscode';
import type { AgentsView } from '../agents/view';
import type { DecidedConversions } from '../convert/decided';
import type { ConversionPreview } from '../convert/preview';
import type { GraphPanel } from '../graph/panel';
import type { PersonaPanels } from '../persona/panel';
import type { PluginPanel } from '../plugin/panel';
import type { Server } from '../server';
import type { ValidDiff } from './valid-diff';

export interface Dossier {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
  readonly personas: PersonaPanels;
  readonly agents: AgentsView;
  readonly graph: GraphPanel;
  readonly plugin: PluginPanel;
  readonly validDiff: ValidDiff;
  readonly conversions: ConversionPreview;
  readonly decided: DecidedConversions;
}

export interface Command {
  readonly id: string;
  run(dossier: Dossier, ...args: unknown[]): Promise<void> | void;
}

/** The URI of a document: from a menu, from a code lens (as a string) or from the active editor. */
export function targetOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string') return vscode.Uri.parse(argument);
  return vscode.window.activeTextEditor?.document.uri;
}
