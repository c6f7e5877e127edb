// Progress of a long survey: the number of files read so far, and a way to cancel it.

import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { formatCount } from '../text/format-count';
import { t } from '../text/l10n';
import type { Client } from './client';

export interface SurveyProgress {
  /** Counts one more file. */
  readonly saw: () => void;
  readonly end: () => void;
}

export const noProgress: SurveyProgress = { saw: () => {}, end: () => {} };

/** Milliseconds between progress reports, short enough to appear continuous. */
const pauseMs = 200;

/** @param cancel Called when the user cancels the survey. */
export function progressOf(
  connection: Connection,
  client: Client,
  cancel: () => void,
): SurveyProgress {
  if (!client.capabilities.window?.workDoneProgress) return noProgress;
  let files = 0;
  let next = 0;
  let hasEnded = false;
  let shown: WorkDoneProgressReporter | undefined;
  // Asynchronous, because the request throws if the connection was closed before the survey began.
  const create = async () => connection.window.createWorkDoneProgress();
  create().then(
    (reporter) => {
      shown = reporter;
      reporter.begin(t('Scanning workspace agents'), undefined, undefined, true);
      reporter.token.onCancellationRequested(cancel);
      if (hasEnded) reporter.done();
    },
    () => undefined, // the client rejected the progress token, or is gone
  );
  return {
    saw() {
      files++;
      const now = performance.now();
      if (!shown || now < next) return;
      next = now + pauseMs;
      shown.report(t('{count} files', { count: formatCount(files) }));
    },
    end() {
      hasEnded = true;
      shown?.done();
    },
  };
}
