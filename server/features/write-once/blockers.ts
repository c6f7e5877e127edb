// What in a text keeps a host from loading the intended agent.

import type { Consequence } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import { hasAgent } from '../../hosts/model/outcome';
import type { Verdict } from '../../hosts/model/verdict';
import { type Sentence, t } from '../../text/message';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';

export interface Blocker {
  readonly verdict: Verdict;
  /** The same before and after a change that does not touch it. */
  readonly id: string;
  /** The kind of problem: the key, or the code of the flaw. */
  readonly about: string;
  /** The field; undefined for the file as a whole and for a missing field. */
  readonly field?: FieldVerdict;
  /** The key of a required field that is missing. */
  readonly missing?: string;
  /** Null for the file as a whole. */
  readonly span: Span | null;
  /** What the host does: a sentence with `{host}`. */
  readonly effect: Sentence;
}

/** Empty where the host loads the agent and applies every limit that is written for it. */
export function blockersOf(verdict: Verdict): readonly Blocker[] {
  const lost = verdict.fields.flatMap((field) => {
    const { otherwise } = field;
    const isCostly = otherwise && (costsAgent(otherwise) || otherwise.losesLimit === true);
    return isCostly ? [ofField(verdict, field, otherwise)] : [];
  });
  const absent = verdict.missing.flatMap(({ key, field: { required } }) =>
    required && costsAgent(required) ? [ofMissing(verdict, key, required)] : [],
  );
  const found = [...ofFlaws(verdict), ...absent, ...lost];
  if (found.length > 0) return found;
  if (hasAgent(verdict.outcome)) return [];
  return [
    {
      verdict,
      about: verdict.reason ?? 'file',
      id: idOf(verdict, verdict.reason ?? 'file'),
      span: null,
      effect: effectOf(verdict),
    },
  ];
}

const effectOf = ({ reason, flaws }: Verdict): Sentence => {
  if (reason === 'disabled') return '{host} ignores the agent because it is disabled.';
  return flaws.some(({ code }) => code === 'unchecked')
    ? 'Whether {host} loads the agent is unknown, because its frontmatter is not checked.'
    : '{host} does not load it as an agent.';
};

const costsAgent = ({ file }: Consequence): boolean => file !== undefined && !hasAgent(file);

const idOf = ({ place }: Verdict, what: string): string => `${place.host.id} ${what}`;

const ofField = (verdict: Verdict, field: FieldVerdict, { effect }: Consequence): Blocker => {
  const { key, keySpan, problems } = field;
  const [problem] = problems;
  const what = problems
    .map(
      ({ path, value }) => `${path.join('.')} ${value.kind === 'text' ? value.text : value.kind}`,
    )
    .join('; ');
  return {
    verdict,
    field,
    about: key,
    id: idOf(verdict, `${key}: ${what}`),
    span: problem?.span ?? keySpan,
    effect,
  };
};

const ofMissing = (verdict: Verdict, key: string, { effect }: Consequence): Blocker => ({
  verdict,
  missing: key,
  about: `no ${key}`,
  id: idOf(verdict, `no ${key}`),
  span: null,
  effect,
});

/** Flaws that cost the agent or its frontmatter, and with it every limit. */
function ofFlaws(verdict: Verdict): readonly Blocker[] {
  const { flaws, dialect } = verdict;
  return flaws.flatMap(({ code, span, message }): Blocker[] => {
    const met = dialect.flaws[code];
    if (!met || (hasAgent(met.outcome) && met.reason !== 'frontmatter-lost')) return [];
    return [
      {
        verdict,
        about: code,
        id: idOf(verdict, `${code} ${english(t(message ?? ''))}`),
        span,
        effect: met.effect,
      },
    ];
  });
}
