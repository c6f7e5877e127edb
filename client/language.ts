// The extension speaks the language of the editor. VS Code has read the bundle of that language, if there is one, before it
// starts us; nothing is read here.
import * as vscode from 'vscode';
import { speak } from './words';

const { bundle } = vscode.l10n;
if (bundle) speak({ language: vscode.env.language, bundle });
