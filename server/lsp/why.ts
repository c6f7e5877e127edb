// Converts the explanation of why an agent is missing to protocol types.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Why } from '../features/why/why';
import type { WhyAnswer } from '../protocol';
import { oneLine } from '../text/one-line';
import { rangeOf } from './encode';

const longest = 60;

export const whyAnswers = (
  found: readonly Why[],
  document: TextDocument | null,
): readonly WhyAnswer[] =>
  found.map(({ host, kind, message, span, cause }) => ({
    hostName: host?.name ?? '',
    kind,
    message,
    range: span && document && rangeOf(document, span),
    cause: cause === null ? null : oneLine(cause, longest),
  }));
