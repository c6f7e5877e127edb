// Commands behind the lenses in editors other than our own client, which has views for them. The answer is a message.

import type { Position } from 'vscode-languageserver';
import { agentAt } from '../../features/agents/agent-at';
import { findingText } from '../../features/finding-text';
import { references } from '../../features/navigation';
import { pathForPeople } from '../answers/own';
import { listReferencesCommand, showOutcomeCommand } from '../capabilities';
import { MessageType, ShowMessageNotification } from '../library';
import type { Environment, Talk, Texts, Workspace } from '../session';

/** Longer messages do not fit on a screen. */
const mostLines = 20;

export function handleCommands(session: Environment & Talk & Texts & Workspace): void {
  const { connection, client, answer, index, locate, surveyor, world } = session;
  const show = (lines: readonly string[]): void => {
    const shown = lines.slice(0, mostLines);
    const message = [...shown, ...(lines.length > mostLines ? ['...'] : [])].join('\n');
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Info,
      message,
    });
  };
  /** The result of one host: its title, and what it does with the parts of the file. */
  const outcomeLines = (
    uri: string,
    title: string,
    host: string,
    at: Position,
  ): readonly string[] =>
    answer(uri, 'outcome', [] as string[], (document, view) => [
      title,
      ...agentAt(view, document.offsetAt(at))
        .findings()
        .flatMap((one) => (one.host === host ? [`- ${findingText(one, client.translate)}`] : [])),
    ]);
  const referenceLines = (uri: string, position: Position): readonly string[] =>
    answer(uri, 'references', [] as string[], (document, view) =>
      references(view, document.offsetAt(position), index, { withDeclaration: false }).flatMap(
        ({ path, span }) => {
          const line = locate(path, span)?.range.start.line;
          const name = pathForPeople(path, client.folders, world.home);
          return line === undefined ? [] : [`${name}:${line + 1}`];
        },
      ),
    );
  connection.onExecuteCommand(({ command, arguments: [uri, ...rest] = [] }) => {
    if (typeof uri !== 'string') return null;
    surveyor.settle();
    const [first, second, third] = rest;
    if (command === showOutcomeCommand && typeof first === 'string' && typeof second === 'string')
      show(outcomeLines(uri, first, second, isPosition(third) ? third : { line: 0, character: 0 }));
    else if (command === listReferencesCommand && isPosition(first))
      show(referenceLines(uri, first));
    return null;
  });
}

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
