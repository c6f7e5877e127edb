// Workflows of Kilo: commands in a folder of their own, which have no fields. A frontmatter is part of the text.

import { promptFrom } from '../judge/reading/trimmed-prompt';
import { commandFolders, type SkillForm, skillForm } from '../judge/skills/skill-form';
import { flatName } from '../judge/skills/skill-values';
import { unknown } from '../model/evidence';
import type { Location } from '../model/location';
import type { Reader } from '../model/reading';
import type { SkillBuilder } from '../model/skill';
import { executedHere } from './evidence';

/** The fields are read for the findings on them. */
const reader: Reader = ({ outline: { text, shape, fields } }) => ({
  agents: [{ fields: shape === 'none' ? [] : fields, prompt: promptFrom(text, 0) }],
  flaws: [],
});

/** The longest description, in UTF-16 units. */
const longest = 200;

/** The first line that follows a heading and is none. */
function described(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const heading = lines.findIndex((line) => line.startsWith('#'));
  if (heading < 0) return undefined;
  return lines.slice(heading).find((line) => line !== '' && !line.startsWith('#'));
}

const workflow: SkillBuilder = ({ skill: { prompt }, place }) => {
  const id = flatName(place);
  return {
    id,
    description: described(prompt.text)?.slice(0, longest) ?? `Workflow: ${id}`,
    cutAt: null,
    userInvocable: true,
    modelInvocable: 'no',
    paths: [],
  };
};

const form: SkillForm = skillForm({
  subject: 'command',
  reader,
  skill: workflow,
  fields: {},
  flaws: {},
  skeleton: '# ${1:Title}\n\n${2:What it does}\n\n$0\n',
  evidence: executedHere,
});

export const workflows: SkillForm = {
  kind: form.kind,
  dialectNextTo: (agents) => ({
    ...form.dialectNextTo(agents),
    unknownField: {
      outcome: 'ignored',
      effect: '{host} reads no fields of a workflow and sends them to the model.',
      meant: {},
      evidence: unknown,
    },
  }),
};

const scopes = [
  { scope: 'project', evidence: executedHere },
  { scope: 'user', evidence: unknown },
] as const;

export const workflowLocations: readonly Location[] = commandFolders(
  scopes.flatMap((scope) =>
    ['.kilo', '.kilocode'].map((folder) => ({
      ...({ ...scope, role: 'owner' } as const),
      glob: `${folder}/workflows/*.md`,
      summary:
        'Workflows: commands without fields, which are listed with the first line below their heading.',
    })),
  ),
).map((location) => ({ ...location, kind: 'workflow', dialect: 'workflow' }));
