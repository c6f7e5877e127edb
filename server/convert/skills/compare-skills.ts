// Who may call a skill or command in two hosts, and when.
import type { Skill } from '../../hosts/model/skill';
import { t } from '../../text/message';
import { type AccountRow, agentPart, refusable } from '../account';
import { offsetOf, usedField } from '../plan-fields';
import { closesBy, guardIn, type SkillPlanInput } from './plan-skill';

export function invocationRows(input: SkillPlanInput, after: Skill): readonly AccountRow[] {
  const { skill, source, target, before, isWide } = input;
  const args = { source: source.name, target: target.name };
  const rows: AccountRow[] = [];
  const ofModel = offsetOf(
    usedField(before, 'model-invocable') ??
      before.fields.find(({ field }) => field?.role === 'model-invocable'),
  );
  const ofUser = offsetOf(usedField(before, 'user-invocable'));
  const part = agentPart('invocation');
  const isOpened = skill.modelInvocable === 'no' && after.modelInvocable !== 'no';
  const isShown = skill.userInvocable === false && after.userInvocable !== false;
  if (isOpened)
    rows.push(
      refusable(part, t('The model can use it in {target}, but not in {source}.', args), {
        ...{ offset: ofModel, isWide },
      }),
    );
  const stated = guardIn(before, 'model-invocable');
  if (
    !isOpened &&
    stated !== undefined &&
    /^(?:unknown|kept)$/.test(stated.outcome) &&
    closesBy(stated, 'model-invocable') &&
    after.modelInvocable !== 'no'
  )
    rows.push(
      refusable(
        part,
        t('The model can use it in {target}. Whether it can in {source} is not known.', args),
        { offset: ofModel, isWide },
      ),
    );
  if (isShown)
    rows.push(
      refusable(part, t('Users can call it in {target}, but not in {source}.', args), {
        ...{ offset: ofUser, isWide },
      }),
    );
  if (skill.modelInvocable === 'asks' && after.modelInvocable === 'yes')
    rows.push({
      ...{ part, change: 'lost', offset: null },
      why: t(
        '{source} asks before the model uses it, because of the tools that it allows. {target} does not ask, and allows none.',
        args,
      ),
    });
  if (skill.modelInvocable !== 'no' && after.modelInvocable === 'no')
    rows.push({
      ...{ part, change: 'narrower', offset: ofModel },
      why: t('The model cannot use it in {target}.', args),
    });
  if (skill.userInvocable === true && after.userInvocable !== true)
    rows.push({
      ...{ part, change: after.userInvocable === false ? 'narrower' : 'lost', offset: null },
      why:
        after.userInvocable === false
          ? t('Users cannot call it in {target}.', args)
          : t('It is not known whether users can call it by its name in {target}.', args),
    });
  if (skill.paths.length > 0 && after.paths.length === 0)
    rows.push({
      ...{ part: agentPart('files'), change: 'lost', offset: null },
      why: t('{target} offers it whatever files are used.', args),
    });
  return rows.length > 0
    ? rows
    : [
        {
          ...{ part, change: 'same', offset: ofModel ?? ofUser },
          why: t('The same callers as in {source}.', args),
        },
      ];
}
