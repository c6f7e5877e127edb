// Entry point of the extension in a browser.
import type * as vscode from 'vscode';
import { browserServer } from './server.browser';
import { start, stop } from './start';

export const activate = (context: vscode.ExtensionContext): void => start(context, browserServer);

export const deactivate = stop;
