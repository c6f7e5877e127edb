// The shape of a command, and the services it can use.
import type * as vscode from 'vscode';
import type { AgentsView } from '../agents/view';
import type { GraphPanel } from '../graph/panel';
import type { PersonaPanels } from '../persona/panel';
import type { Server } from '../server';

export interface Dossier {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
  readonly personas: PersonaPanels;
  readonly agents: AgentsView;
  readonly graph: GraphPanel;
}

export interface Command {
  readonly id: string;
  run(dossier: Dossier, ...args: unknown[]): Promise<void> | void;
}
