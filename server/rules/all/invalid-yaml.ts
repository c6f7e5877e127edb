import { sketchOf } from '../../agent/caret-sketch';
import { outlineOf } from '../../agent/outline';
import { judge } from '../../hosts/judge/compute-verdict';
import type { FileOutcome } from '../../hosts/model/outcome';
import { subjectAt } from '../../hosts/model/place';
import { isLoaded } from '../../hosts/model/verdict';
import { joined, type Message, t } from '../../text/message';
import { exactly } from '../example';
import { limitLost } from '../limits/limit-lost';
import { someLimit } from '../limits/limits';
import { isFieldOfAnyHost } from '../names/known-fields';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { effectOf, listed } from '../words';
import { faultSpan, quotesAction, yamlFixes } from '../yaml/yaml-fixes';
import { yamlAction, yamlProblem } from '../yaml/yaml-problems';

export const docs: RuleDocs = {
  what: 'Checks for frontmatter that the program cannot parse.',
  why: 'The most frequent cause is a colon in an unquoted description. One program repairs it, another rejects the file, and a third ignores the whole frontmatter and loads the agent without its limits.',
  sources: [
    { facts: ['flaw yaml'] },
    { background: ['flaw frontmatter-lost', 'flaw yaml-repaired'] },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: "Reviews changes.\n---\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews: all\nand more\n---\nYou review.\n',
    ),
  ],
  passing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: "Reviews: all"\n---\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: >-\n  Reviews: all\n  and more\n---\nYou review.\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'invalid-yaml',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  builtin: 'yaml',
  check: ({ catalog, outline, writer, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(
      ({ code }) => code === 'yaml' || code === 'frontmatter-lost' || code === 'not-a-mapping',
    );
    const { outcome, effect } = (flaw && verdict.dialect.flaws[flaw.code]) ?? {};
    // Of a configuration file in JSON another rule reports what is no object.
    if (!flaw || !outcome || effect === undefined || outline.form === 'json') return [];
    if (outcome === 'unknown') return [];
    const lost = lostKeys(catalog, outline, verdict);
    const hasLostLimit = someLimit(lost, verdict, outline.fields);
    const subject = subjectAt(verdict.place);
    const problem =
      flaw.code === 'not-a-mapping'
        ? t('The frontmatter has no "key: value" lines.')
        : yamlProblem(flaw.message);
    const action =
      flaw.code === 'not-a-mapping'
        ? t('Write each field as "key: value".')
        : (quotesAction(catalog, outline, flaw.span, subject) ??
          yamlAction(flaw.message, writer.isYaml) ??
          t('Correct this line.'));
    return [
      {
        span: faultSpan(catalog, outline, flaw, subject),
        severity: severityFor(outcome, hasLostLimit),
        message: joined([
          problem,
          effectOf(verdict, effect),
          ...lineEndAdvice(outline, verdict),
          ...lossOf(lost, hasLostLimit, verdict),
          action,
        ]),
        fixes: yamlFixes(catalog, writer, flaw.span, subject),
      },
    ];
  },
};

/** Some hosts repair such a frontmatter only if its lines end in LF. */
function lineEndAdvice(
  { text }: HostInput['outline'],
  verdict: HostInput['verdict'],
): readonly Message[] {
  const { place } = verdict;
  if (isLoaded(verdict) || !text.includes('\r\n')) return [];
  const isRepaired = isLoaded(judge(outlineOf(text.replaceAll('\r\n', '\n')), place));
  return isRepaired
    ? [t('{host} repairs this only in files with LF line endings.', { host: place.host.name })]
    : [];
}

const severityFor = (outcome: FileOutcome, hasLostLimit: boolean): Severity => {
  if (outcome === 'loads') return 'information';
  return outcome === 'loads-changed' && !hasLostLimit ? 'warning' : 'error';
};

/** Keys that the text seems to have, but that the host does not read. */
function lostKeys(
  catalog: HostInput['catalog'],
  outline: HostInput['outline'],
  verdict: HostInput['verdict'],
): readonly string[] {
  if (!isLoaded(verdict)) return [];
  const read = new Set(verdict.fields.map(({ key }) => key));
  const written = sketchOf(outline).slots.flatMap(({ path: [key, ...below], hasColon }) =>
    typeof key === 'string' && below.length === 0 && hasColon ? [key] : [],
  );
  // Parts of a broken string may look like keys, so only known fields count.
  const isField = isFieldOfAnyHost(catalog, subjectAt(verdict.place));
  return [...new Set(written)].filter((key) => !read.has(key) && isField(key));
}

/** If the host reads no field at all, its effect already shows that. */
function lossOf(
  lost: readonly string[],
  hasLostLimit: boolean,
  { fields, place }: HostInput['verdict'],
): readonly Message[] {
  const sentences: Message[] = [];
  if (fields.length > 0 && lost.length > 0)
    sentences.push(
      t('{host} does not read {fields}.', {
        host: place.host.name,
        fields: listed(lost.map((key) => `"${key}"`)),
      }),
    );
  if (hasLostLimit) sentences.push(limitLost(place));
  return sentences;
}
