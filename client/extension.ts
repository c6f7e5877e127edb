// Entry point of the extension on a desktop or a remote machine.
import type * as vscode from 'vscode';
import { nodeServer } from './server.node';
import { start, stop } from './start';

export const activate = (context: vscode.ExtensionContext): void => start(context, nodeServer);

export const deactivate = stop;
