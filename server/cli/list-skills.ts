// The skills and commands of a workspace as each host sees them, for `dossier list`.

import type { Skill as ExplainedSkill, ListedSkill } from '../contract/library';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { subjectAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { fieldCause, reasonWords, resultWords } from './report/result-words';
import { table } from './report/table';

export const listedSkill = (file: string, verdict: Verdict): ListedSkill => {
  const { place, outcome, reason, skill } = verdict;
  return {
    kind: subjectAt(place) === 'command' ? 'command' : 'skill',
    id: skill?.id ?? null,
    host: place.host.id,
    scope: place.location.scope,
    ...{ file, outcome, reason },
    ...fieldCause(verdict),
    description: skill?.description ?? null,
    userInvocable: skill?.userInvocable ?? null,
    modelInvocable: skill?.modelInvocable ?? null,
  };
};

const headAfterName = ['PROGRAM', 'RESULT', 'CALLED BY', 'FILE'];

/** A table of skills and one of commands, each with their number; empty where there are none. */
export const humanSkills = (all: readonly ListedSkill[], catalog: HostCatalog): string =>
  (['skill', 'command'] as const)
    .map((kind) =>
      humanTable(
        kind,
        all.filter((one) => one.kind === kind),
        catalog,
      ),
    )
    .filter((text) => text !== '')
    .join('\n');

function humanTable(
  kind: ListedSkill['kind'],
  skills: readonly ListedSkill[],
  catalog: HostCatalog,
): string {
  if (skills.length === 0) return '';
  const rows = skills.map((skill) => {
    const { id, host, outcome, reason, cause, file } = skill;
    const words = outcome === 'loads' ? 'loads' : resultWords(outcome, false);
    return [
      id ?? '-',
      catalog.hostById(host)?.name ?? host,
      `${words}${reasonWords(reason, cause)}`,
      skill.modelInvocable === null
        ? '-'
        : callersOf({
            userInvocable: skill.userInvocable,
            modelInvocable: skill.modelInvocable !== 'no',
            asksFirst: skill.modelInvocable === 'asks',
          }),
      file,
    ];
  });
  const count = new Set(skills.filter(({ id }) => id !== null).map(({ file }) => file)).size;
  const head = [kind.toUpperCase(), ...headAfterName];
  return `${table(head, rows)}\n${count} ${count === 1 ? kind : `${kind}s`}\n`;
}

/** `users, model`, `users, model (asks first)`, `users`, `model`, `no one`; `model, users unknown`. */
export function callersOf({ userInvocable, modelInvocable, asksFirst }: Callers): string {
  const model = modelInvocable ? [asksFirst ? 'model (asks first)' : 'model'] : [];
  if (userInvocable === null) return [...model, 'users unknown'].join(', ');
  return [...(userInvocable ? ['users'] : []), ...model].join(', ') || 'no one';
}

type Callers = Pick<ExplainedSkill, 'userInvocable' | 'modelInvocable' | 'asksFirst'>;
