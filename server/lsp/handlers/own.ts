// Our own requests beside the protocol.
import { explainAll } from '../../features/explain-all';
import { reportCase } from '../../features/report-case';
import {
  explainMethod,
  type PersonaParams,
  personaMethod,
  type ReportParams,
  reportMethod,
  skeletonsMethod,
  type ValidFor,
  type ValidForParams,
  validForMethod,
} from '../../protocol';
import { personaCard, skeletons } from '../own';
import type { Session } from '../session';
import { validFor } from '../valid-for';

export function handleOwn({ connection, client, answer }: Session): void {
  connection.onRequest(personaMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'persona', null, (document, view) => personaCard(document, view, client.folders)),
  );
  connection.onRequest(skeletonsMethod, skeletons);
  connection.onRequest(explainMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'explanation', null as string | null, (_, view) =>
      explainAll(view.outline, view.path),
    ),
  );
  connection.onRequest(validForMethod, ({ uri, hosts }: ValidForParams) =>
    answer(uri, 'one file for several hosts', null as ValidFor | null, (document, view) =>
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
