// Requests of the commands that convert agents.
import {
  type AgentCopy,
  type ConvertAnswer,
  type ConvertFolderParams,
  type ConvertParams,
  type ConvertTargets,
  type ConvertTargetsParams,
  type CopiesParams,
  type CopySkillParams,
  convertFolderMethod,
  convertMethod,
  convertTargetsMethod,
  copiesMethod,
  copySkillMethod,
} from '../../protocol/protocol';
import { translated } from '../../text/translated';
import { convertDocument, convertFolder, convertTargets, copiesOf } from '../answers/convert';
import { copySkill } from '../answers/copy-skill';
import { answerAbout } from '../answers/tool-requests';
import type { Session } from '../session';

export function handleConvert(session: Session): void {
  const { connection, client } = session;
  connection.onRequest(convertTargetsMethod, (params: ConvertTargetsParams) =>
    answerAbout(session, params, null as ConvertTargets | null, (_, view) =>
      convertTargets(session, view),
    ),
  );
  connection.onRequest(convertMethod, (params: ConvertParams) =>
    answerAbout(session, params, null as ConvertAnswer | null, (_, view) =>
      convertDocument(session, view, params),
    ),
  );
  connection.onRequest(convertFolderMethod, (params: ConvertFolderParams) =>
    translated(convertFolder(session, params), client.translate),
  );
  connection.onRequest(copySkillMethod, (params: CopySkillParams) =>
    translated(copySkill(session, params), client.translate),
  );
  connection.onRequest(copiesMethod, (params: CopiesParams) =>
    answerAbout(session, params, [] as readonly AgentCopy[], (_, view) =>
      copiesOf(session, view, params),
    ),
  );
}
