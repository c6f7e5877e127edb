import { type Place, subjectAt } from '../../hosts/model/place';
import { type Message, t } from '../../text/message';

/** The sentence that a limit is lost on what the document at the place defines. */
export const limitLost = (place: Place): Message =>
  ({
    agent: t('A limit on the agent is lost.'),
    skill: t('A limit on the skill is lost.'),
    command: t('A limit on the command is lost.'),
    settings: t('A limit is lost.'),
    manifest: t('A limit is lost.'),
  })[subjectAt(place)];
