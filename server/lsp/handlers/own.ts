// Custom requests that extend the protocol.

import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { agentAt, sameAgent } from '../../features/agents/agent-at';
import { findingText } from '../../features/finding-text';
import { fixAll } from '../../features/fixes/fixes';
import { indentationAt } from '../../features/formatting/indentation';
import { outcomeTable } from '../../features/hover/outcome-table';
import { probe } from '../../features/persona/probe';
import { ownNameIn } from '../../features/renaming/file-named-agent';
import { moveTargets } from '../../features/renaming/move-targets';
import { reportCase } from '../../features/report-case';
import { programsOf } from '../../features/view/program-order';
import { verdictIn } from '../../features/view/verdicts';
import type { View } from '../../features/view/view';
import { reasonsForUnknownName, type Why, whyMissing } from '../../features/why/why';
import {
  type AgentName,
  type AgentNameParams,
  agentNameMethod,
  type CallAnswer,
  type CallParams,
  callMethod,
  type FindingFixes,
  type FindingFixesParams,
  type FixAllAnswer,
  type FixAllParams,
  findingFixesMethod,
  fixAllMethod,
  type HostParams,
  type IndentationParams,
  indentationMethod,
  type MoveTargets,
  type MoveTargetsParams,
  moveTargetsMethod,
  type NewAgentParams,
  type NewVersion,
  type NewVersionParams,
  newAgentChoicesMethod,
  newAgentFilesMethod,
  newVersionMethod,
  type OutcomeTable,
  outcomesMethod,
  type PersonaCard,
  type PersonaParams,
  type ProbeAnswer,
  type ProbeParams,
  personaMethod,
  probeMethod,
  type ReportParams,
  reportMethod,
  type SetToolInCopiesParams,
  type SetTools,
  type SetToolsParams,
  setToolInCopiesMethod,
  setToolsMethod,
  skeletonsMethod,
  type ToolChoices,
  type ToolInCopies,
  toolChoicesMethod,
  type ValidFor,
  type ValidForParams,
  validForMethod,
  type WhyAnswer,
  type WhyParams,
  whyMethod,
} from '../../protocol/protocol';
import { difference } from '../../text/edit';
import { oneLine } from '../../text/one-line';
import type { Translate } from '../../text/translate';
import { translated } from '../../text/translated';
import { callAnswer } from '../answers/call';
import { rangeOf, textEdit } from '../answers/encode';
import { newAgentChoices, newAgentFiles } from '../answers/new-agent';
import { assumedPersonaCard, pathForPeople, personaCard, skeletons } from '../answers/own';
import { toolInCopies } from '../answers/tool-copies';
import { answerAbout, choicesOf, fixesOf, newVersion, toolEdits } from '../answers/tool-requests';
import { validFor } from '../answers/valid-for';
import { folderOf } from '../documents/folders';
import type { Settled } from '../documents/settler';
import { movedUri, pathOf } from '../documents/uri';
import type { Session } from '../session';

// Converts the explanation of why an agent is missing to protocol types.

const longest = 60;

const whyAnswers = (
  found: readonly Why[],
  document: TextDocument | null,
  translate: Translate,
): readonly WhyAnswer[] =>
  found.map(({ host, kind, message, span, cause }) => ({
    hostName: host?.name ?? '',
    kind,
    message: findingText({ message }, translate),
    range: span && document && rangeOf(document, span),
    cause: cause === null ? null : oneLine(cause, longest),
  }));

export function handleOwn(session: Session): void {
  const { connection, client, answer, documents, open, settler } = session;
  // Nothing is typed into a document that is not open.
  const settledView = (
    document: TextDocument,
    view: View,
    at?: Position,
  ): Pick<Settled, 'view' | 'toNow'> => {
    const asItIs = { view, toNow: (offset: number) => offset };
    if (!open.get(document.uri)) return asItIs;
    const settled = settler.of(document, documents.view(document));
    const { toNow } = settled;
    const agent =
      at && settled.isOlder && view.entries().length === 0
        ? agentAt(settled.view, document.offsetAt(at), toNow)
        : sameAgent(view, settled.view);
    const start = agent && toNow((agent.outline.opening ?? agent.outline.head).start);
    if (!agent || start === null || start === undefined) return asItIs;
    // What was replaced is shown at the beginning of the agent.
    return { view: agent, toNow: (offset) => toNow(offset) ?? start };
  };
  connection.onRequest(personaMethod, (params: PersonaParams) =>
    answerAbout(session, params, null as PersonaCard | null, (document, view) =>
      params.assumedHost === undefined
        ? personaCard(
            document,
            settledView(document, view, params.at),
            client.folders,
            open.uriOf,
            client.translate,
          )
        : assumedPersonaCard(document, view, client.folders, client.translate),
    ),
  );
  connection.onRequest(probeMethod, (params: ProbeParams) =>
    answerAbout(session, params, null as ProbeAnswer | null, (document, view) => {
      const verdict = verdictIn(view, params.host);
      return (
        (verdict && probe(verdict, params, (offset) => document.positionAt(offset).line)) ?? null
      );
    }),
  );
  connection.onRequest(callMethod, (params: CallParams) =>
    answerAbout(session, params, null as CallAnswer | null, (_, view) =>
      callAnswer(view, params.typed),
    ),
  );
  connection.onRequest(outcomesMethod, (params: PersonaParams) =>
    answerAbout(session, params, null as OutcomeTable | null, (document, now) => {
      const { view, toNow } = settledView(document, now);
      return outcomeTable(view, (offset) => document.positionAt(toNow(offset) ?? offset).line);
    }),
  );
  connection.onRequest(setToolsMethod, (params: SetToolsParams) =>
    answerAbout(session, params, null as SetTools | null, (document, view) => {
      if (open.get(document.uri)) settler.expectEdits(document.uri);
      return toolEdits(document, view, params);
    }),
  );
  connection.onRequest(setToolInCopiesMethod, (params: SetToolInCopiesParams) =>
    answerAbout(session, params, null as ToolInCopies | null, (document, view) => {
      if (open.get(document.uri)) settler.expectEdits(document.uri);
      return toolInCopies(session, document, view, params);
    }),
  );
  connection.onRequest(toolChoicesMethod, (params: HostParams) =>
    answerAbout(session, params, null as ToolChoices | null, (_, view) => choicesOf(view, params)),
  );
  connection.onRequest(findingFixesMethod, (params: FindingFixesParams) =>
    answerAbout(session, params, null as FindingFixes | null, (document, view) => {
      if (open.get(document.uri)) settler.expectEdits(document.uri);
      return fixesOf(document, view, params, client.translate);
    }),
  );
  connection.onRequest(newVersionMethod, (params: NewVersionParams) =>
    answerAbout(session, params, null as NewVersion | null, (_, view) =>
      newVersion(session, view, params),
    ),
  );
  connection.onRequest(skeletonsMethod, () => skeletons(session.catalog));
  connection.onRequest(newAgentChoicesMethod, () =>
    translated(newAgentChoices(session.catalog), client.translate),
  );
  connection.onRequest(newAgentFilesMethod, (params: NewAgentParams) =>
    translated(newAgentFiles(params, session), client.translate),
  );
  connection.onRequest(whyMethod, (params: WhyParams): readonly WhyAnswer[] =>
    'name' in params
      ? whyAnswers(
          reasonsForUnknownName(session.catalog, params.name, session.index),
          null,
          client.translate,
        )
      : answerAbout(session, params, [], (document, view) =>
          whyAnswers(whyMissing(view), document, client.translate),
        ),
  );
  connection.onRequest(moveTargetsMethod, ({ uri }: MoveTargetsParams) =>
    moveTargetsOf(uri, session),
  );
  connection.onRequest(agentNameMethod, ({ uri }: AgentNameParams) =>
    answer(uri, 'agent name', null as AgentName | null, (document, view) => {
      const found = ownNameIn(view);
      return found && { name: found.name, range: rangeOf(document, found.span) };
    }),
  );
  connection.onRequest(fixAllMethod, ({ uri }: FixAllParams) =>
    answer(uri, 'fixes', null as FixAllAnswer | null, (document, view) => {
      const { text, count } = fixAll(view);
      const edits = difference(document.getText(), text).map((edit) => textEdit(document, edit));
      return { version: document.version, count, edits };
    }),
  );
  connection.onRequest(validForMethod, ({ uri, hosts }: ValidForParams) =>
    answer(uri, 'make valid for hosts', null as ValidFor | null, (document, view) =>
      translated(validFor(document, view, hosts, client.translate), client.translate),
    ),
  );
  connection.onRequest(indentationMethod, ({ uri, position }: IndentationParams) =>
    answer(uri, 'indentation', '', (document, view) =>
      indentationAt(view, document.offsetAt(position)),
    ),
  );
  connection.onRequest(reportMethod, ({ uri, host }: ReportParams) =>
    answer(uri, 'report', null as string | null, (document, view) => {
      const verdict = verdictIn(view, host);
      return verdict ? reportCase(verdict, document.getText()) : null;
    }),
  );
}

// Converts the folders to which a file can be moved to protocol types.

function moveTargetsOf(uri: string, session: Session): MoveTargets {
  const { catalog, client, documents, settings, team, world } = session;
  const path = pathOf(uri);
  const folder = folderOf(path, client.folders) ?? client.folders[0];
  const programs = programsOf(team.of(path, settings.of(path)), documents.options.editor ?? null);
  const file = { path, places: documents.placesAt(path), folder: folder?.path ?? null };
  return {
    targets: moveTargets(catalog, file, programs).map(({ host, path: to, isReader }) => ({
      host: host.id,
      hostName: host.name,
      uri: movedUri(uri, to),
      path: pathForPeople(to, client.folders, world.home),
      isReader,
    })),
  };
}
