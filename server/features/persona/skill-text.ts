// What the preview states of a skill: who can call it, and where it runs.
import type { Skill } from '../../hosts/model/skill';
import { quotedList } from '../../rules/words';
import { joined, type Message, t } from '../../text/message';

/** Whole sentences, in the order in which an author asks. */
export function skillText(skill: Skill): Message {
  const { id, userInvocable, modelInvocable, paths, runsIn } = skill;
  const sentences = [modelSentences[modelInvocable]];
  if (userInvocable !== null)
    sentences.unshift(
      userInvocable ? t('Users call it as /{name}.', { name: id }) : t('Users cannot call it.'),
    );
  if (paths.length > 0)
    sentences.push(
      t(
        'Until the model uses a file that matches {patterns}, neither it nor users can call the skill.',
        {
          patterns: quotedList(paths),
        },
      ),
    );
  if (runsIn !== undefined)
    sentences.push(t('The agent {name} runs it in a conversation of its own.', { name: runsIn }));
  return joined(sentences);
}

const modelSentences: Readonly<Record<Skill['modelInvocable'], Message>> = {
  yes: t('The model can use it.'),
  asks: t('The user is asked before the model uses it.'),
  no: t('The model does not see it.'),
};
