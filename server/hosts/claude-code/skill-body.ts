// What Claude Code does with the text of a skill or command when it is called. Recorded in `test/hosts/calls`.
import { t } from '../../text/message';
import { shellWords } from '../judge/skills/argument-words';
import type { BodyLanguage } from '../model/body-language';
import { executedHere } from './evidence';

export const body: BodyLanguage = {
  first: 0,
  missing: 'unchanged',
  hasIndexes: true,
  endsNumbers: true,
  escapes: 'arguments',
  namesIn: 'arguments',
  variables: {
    CLAUDE_PROJECT_DIR: t('The path of the project.'),
    CLAUDE_SESSION_ID: t('The id of the session.'),
    CLAUDE_EFFORT: t('The effort of the session.'),
  },
  shell: { asks: true, afterSpace: true, blocks: true },
  files: { lines: true, quotes: true },
  appends: '\n\nARGUMENTS: ',
  split: shellWords,
  evidence: executedHere,
};
