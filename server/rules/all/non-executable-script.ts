import { type ScriptRun, scriptAt, scriptRuns } from '../../agent/script-runs';
import { bodyTokens } from '../../hosts/judge/skills/body-tokens';
import { rootOf } from '../../hosts/model/located-file';
import { bodyLanguageAt, isSkillFolder, type Place } from '../../hosts/model/place';
import { t } from '../../text/message';
import { slice } from '../../text/span';
import { exactly, example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples, Severity } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for scripts that a skill or command runs directly and that are not executable.',
  why: 'A shell refuses to run such a file. The model then looks for another way, and a command that the program itself runs fails.',
  sources: [
    {
      opinion:
        'That the script is to be run directly follows from how the command is written: no program states it.',
    },
  ],
};

export const examples = (): RuleExamples => {
  const head = 'name: review\ndescription: Reviews changes.';
  const skill = '.claude/skills/review/SKILL.md';
  const script = '.claude/skills/review/scripts/count.sh';
  return {
    failing: [
      example(skill, head, 'Run `./scripts/count.sh`.', exactly(script, 'wc -l')),
      example(
        skill,
        head,
        '```bash\n${CLAUDE_SKILL_DIR}/scripts/count.sh src\n```',
        exactly(script, 'wc -l'),
      ),
      example(
        '.claude/commands/count.md',
        'description: Counts.',
        'Lines: !`./count.sh src`',
        exactly('count.sh', 'wc -l'),
      ),
    ],
    passing: [
      example(skill, head, 'Run `bash ./scripts/count.sh`.', exactly(script, 'wc -l')),
      example(skill, head, 'Edit `./scripts/count.sh`.', exactly(script, 'wc -l')),
      // Whether it exists elsewhere is not known.
      example(skill, head, 'Run `./scripts/count.sh`.'),
    ],
  };
};

export const rule: Rule = {
  name: 'non-executable-script',
  kind: 'advice',
  subjects: ['skill', 'command'],
  advise: ({ outline: { text, body }, places }: FileInput): Found[] => {
    const [place] = places;
    if (!place) return [];
    const languages = places.flatMap((one) => bodyLanguageAt(one) ?? []);
    const isFolder = ({ variable }: ScriptRun): boolean =>
      variable === undefined || languages.some(({ folderVariable }) => folderVariable === variable);
    // The program itself runs these, in the folder of the project.
    const commands = new Map(
      languages.flatMap((language) =>
        bodyTokens(text, body, language).flatMap((token): [number, ScriptRun][] => {
          if (token.kind !== 'command') return [];
          const written = slice(text, token.span).indexOf(token.command);
          const start = token.span.start + written;
          return scriptAt(text, { start, end: start + token.command.length }).map((run) => [
            run.span.start,
            run,
          ]);
        }),
      ),
    );
    const isSkill = isSkillFolder(place);
    const asked = isSkill ? scriptRuns(text, body) : [];
    return [
      ...[...commands.values()].map((run) => ({ run, severity: 'warning' as const })),
      ...asked
        .filter(({ span }) => !commands.has(span.start))
        .map((run) => ({ run, severity: 'information' as const })),
    ]
      .filter(({ run }) => isFolder(run))
      .map(({ run, severity }) => foundAt(run, severity, folderOf(run, severity, place), text));
  },
};

/** In a sentence, a path is relative to the skill. */
const folderOf = ({ variable }: ScriptRun, severity: Severity, place: Place): string =>
  variable === undefined && severity === 'warning'
    ? rootOf(place)
    : place.path.slice(0, place.path.lastIndexOf('/'));

const foundAt = ({ path, span }: ScriptRun, severity: Severity, folder: string, text: string) => ({
  span,
  severity,
  message: t(
    '"{file}" is not executable, so a shell does not run it. Set its execute permission, or run it with its interpreter.',
    { file: slice(text, span) },
  ),
  unlessExecutable: folder === '' ? path : `${folder}/${path}`,
});
