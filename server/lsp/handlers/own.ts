// Custom requests that extend the protocol.
import { explainAll } from '../../features/explain-all';
import { fixAll } from '../../features/fixes';
import { outcomeTable } from '../../features/outcome-table';
import { probe } from '../../features/probe';
import { reportCase } from '../../features/report-case';
import { reasonsForUnknownName, whyMissing } from '../../features/why/why';
import {
  explainMethod,
  type FixAllAnswer,
  type FixAllParams,
  fixAllMethod,
  type NewAgentParams,
  newAgentChoicesMethod,
  newAgentFilesMethod,
  type OutcomeTable,
  outcomesMethod,
  type PersonaParams,
  type ProbeAnswer,
  type ProbeParams,
  personaMethod,
  probeMethod,
  type ReportParams,
  reportMethod,
  skeletonsMethod,
  type ValidFor,
  type ValidForParams,
  validForMethod,
  type WhyAnswer,
  type WhyParams,
  whyMethod,
} from '../../protocol';
import { difference } from '../../text/edit';
import { textEdit } from '../encode';
import { newAgentChoices, newAgentFiles } from '../new-agent';
import { personaCard, skeletons } from '../own';
import type { Session } from '../session';
import { validFor } from '../valid-for';
import { whyAnswers } from '../why';

export function handleOwn(session: Session): void {
  const { connection, client, answer, open, settler } = session;
  connection.onRequest(personaMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'persona', null, (document, view) =>
      personaCard(document, settler.of(document, view), client.folders, open.uriOf),
    ),
  );
  connection.onRequest(probeMethod, ({ uri, host, purpose, subject }: ProbeParams) =>
    answer(uri, 'probe', null as ProbeAnswer | null, (document, view) => {
      const verdict = view.verdicts().find(({ place }) => place.host.id === host);
      return (
        (verdict &&
          probe(verdict, { purpose, subject }, (offset) => document.positionAt(offset).line)) ??
        null
      );
    }),
  );
  connection.onRequest(outcomesMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'outcomes', null as OutcomeTable | null, (document, now) => {
      const { view, toNow } = settler.of(document, now);
      return outcomeTable(view, (offset) => document.positionAt(toNow(offset) ?? offset).line);
    }),
  );
  connection.onRequest(skeletonsMethod, () => skeletons(session.catalog));
  connection.onRequest(newAgentChoicesMethod, () => newAgentChoices(session.catalog));
  connection.onRequest(newAgentFilesMethod, (params: NewAgentParams) =>
    newAgentFiles(params, session),
  );
  connection.onRequest(explainMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'explanation', null as string | null, (_, view) => explainAll(view)),
  );
  connection.onRequest(whyMethod, (params: WhyParams): readonly WhyAnswer[] =>
    'name' in params
      ? whyAnswers(reasonsForUnknownName(session.catalog, params.name, session.index), null)
      : answer(params.uri, 'missing agents', [], (document, view) =>
          whyAnswers(whyMissing(view), document),
        ),
  );
  connection.onRequest(fixAllMethod, ({ uri }: FixAllParams) =>
    answer(uri, 'fixes', null as FixAllAnswer | null, (document, view) => {
      const { text, titles } = fixAll(view);
      const edits = difference(document.getText(), text).map((edit) => textEdit(document, edit));
      return { version: document.version, count: titles.length, edits };
    }),
  );
  connection.onRequest(validForMethod, ({ uri, hosts }: ValidForParams) =>
    answer(uri, 'make valid for hosts', null as ValidFor | null, (document, view) =>
      validFor(document, view, hosts),
    ),
  );
  connection.onRequest(reportMethod, ({ uri, host }: ReportParams) =>
    answer(uri, 'report', null as string | null, (document, view) => {
      const verdict = view.verdicts().find(({ place }) => place.host.id === host);
      return verdict ? reportCase(verdict, document.getText()) : null;
    }),
  );
}
