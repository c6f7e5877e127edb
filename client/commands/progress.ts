import * as vscode from 'vscode';
import { showWhileSlow } from '../show-while-slow';

/** Shows a notification with this title for work that takes longer than a second. */
export const withProgress = <T>(title: string, work: Promise<T>): Promise<T> =>
  showWhileSlow(work, (pending) => {
    const { Notification: location } = vscode.ProgressLocation;
    void vscode.window.withProgress({ location, title }, () => pending);
  });
