// What the preview states of a skill: who can call it, and what the model reads about it.
import type { Skill } from '../../hosts/model/skill';
import { quotedList } from '../../rules/words';
import { t } from '../../text/l10n';

/** Whole sentences, in the order in which an author asks. */
export function skillText(skill: Skill): string {
  const { id, description, userInvocable, modelInvocable, paths } = skill;
  const sentences = [modelSentences[modelInvocable]()];
  if (userInvocable !== null)
    sentences.unshift(
      userInvocable ? t('Users call it as /{name}.', { name: id }) : t('Users cannot call it.'),
    );
  if (paths.length > 0)
    sentences.push(
      t('The model is offered it once it has used a file that matches {patterns}.', {
        patterns: quotedList(paths),
      }),
    );
  if (modelInvocable !== 'no' && description !== null)
    sentences.push(t('In its list of skills the model reads: "{text}"', { text: description }));
  return sentences.join(' ');
}

const modelSentences: Readonly<Record<Skill['modelInvocable'], () => string>> = {
  yes: () => t('The model can use it.'),
  asks: () => t('The user is asked before the model uses it.'),
  no: () => t('The model does not see it.'),
};
