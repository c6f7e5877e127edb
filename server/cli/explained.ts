// A verdict in the words and shape of the outward contract. Other people's programs read this: nothing here changes
// its meaning without a new major version.
import type { Outline } from '../agent/outline';
import type { Host } from '../hosts/host';
import type { Persona } from '../hosts/persona';
import type { Verdict } from '../hosts/verdict';
import type { Finding } from '../rules/rule';
import { type Lines, linesOf, type Range } from '../text/lines';
import type { Span } from '../text/span';

export type ExplainedFile =
  | { readonly file: string; readonly verdicts: readonly ExplainedVerdict[] }
  | { readonly file: string; readonly error: string };

export interface ExplainedVerdict {
  readonly host: string;
  readonly hostVersion: string;
  readonly fate: string;
  readonly reason: string | null;
  readonly runs: boolean | null;
  readonly persona: ExplainedPersona | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly depends: readonly string[];
  readonly findings: readonly ExplainedFinding[];
}

type ExplainedPersona = Omit<Persona, 'prompt' | 'permissions'> & {
  readonly permissions: readonly { permission: string; pattern: string; action: string }[] | null;
  readonly promptLength: number;
};

export interface ExplainedFinding {
  readonly rule: string;
  readonly host: string | null;
  readonly severity: string;
  readonly message: string;
  readonly range: Range | null;
  readonly fix: 'safe' | 'review' | null;
}

interface ToExplain {
  readonly file: string;
  readonly outline: Outline;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly missing: readonly Host[];
}

export function explained({
  file,
  outline,
  verdicts,
  findings,
  missing,
}: ToExplain): ExplainedFile {
  // Most files have nothing to point at.
  let lines: Lines | undefined;
  const rangeOf = (span: Span): Range => {
    lines ??= linesOf(outline.text);
    return lines.rangeOf(span);
  };
  const finding = ({ rule, host, severity, message, span, fixes }: Finding): ExplainedFinding => ({
    rule,
    host,
    severity,
    message,
    range: span && rangeOf(span),
    fix: fixes.some((fix) => fix.safety === 'safe') ? 'safe' : fixes.length > 0 ? 'review' : null,
  });
  return {
    file,
    verdicts: [
      ...verdicts.map((verdict) =>
        explainedVerdict(
          verdict,
          findings
            .filter(
              ({ host }) =>
                host === verdict.place.host.id || (host === null && verdict === verdicts[0]),
            )
            .map(finding),
        ),
      ),
      ...missing.map(notRead),
    ],
  };
}

function explainedVerdict(
  verdict: Verdict,
  findings: readonly ExplainedFinding[],
): ExplainedVerdict {
  const { place, fate, reason, runs, persona, fields, depends } = verdict;
  return {
    host: place.host.id,
    hostVersion: place.host.version,
    fate,
    reason,
    runs,
    persona: persona && explainedPersona(persona),
    fields: Object.fromEntries(fields.map((field) => [field.key, field.fate])),
    depends,
    findings,
  };
}

function explainedPersona({ prompt, permissions, ...persona }: Persona): ExplainedPersona {
  return {
    ...persona,
    permissions:
      permissions?.map(({ permission, pattern, action }) => ({ permission, pattern, action })) ??
      null,
    promptLength: prompt.length,
  };
}

const notRead = ({ id, version }: Host): ExplainedVerdict => ({
  host: id,
  hostVersion: version,
  fate: 'not-read',
  reason: 'not-read',
  runs: false,
  persona: null,
  fields: {},
  depends: [],
  findings: [],
});
