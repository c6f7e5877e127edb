// Sets the language of the extension to that of the editor. VS Code has already loaded the translations before it activates
// the extension.
import * as vscode from 'vscode';
import { setLocalization } from './words';

const { bundle } = vscode.l10n;
if (bundle) setLocalization({ language: vscode.env.language, bundle });
