import type { Value } from '../../agent/value';
import { replaceScalar } from '../../agent/write';
import { oneOf } from '../../hosts/check';
import { type ModelVerdict, offeredModels } from '../../hosts/models';
import type { Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { nearest } from '../nearest';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { hostName } from '../words';
import { writtenModels } from '../written-models';

export const docs: RuleDocs = {
  what: 'A model that the host cannot run.',
  why: 'Hosts do not check the model when they load the agent. The first message fails, or another model answers.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: gpt-5',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmodel: sonnet'),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: sonnet',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\nmodel: anthropic/claude-sonnet-4-5',
    ),
  ],
});

export const rule: Rule = {
  name: 'wrong-model',
  kind: 'host',
  builtin: 'model',
  hears: 'models',
  check: ({ outline, verdict, besides }: HostInput): Found[] =>
    writtenModels(verdict).flatMap(({ value, model }): Found[] => {
      const severity = severities[model.outcome];
      if (!severity) return [];
      const { providers } = verdict.dialect.models;
      const ids = offeredModels(verdict.dialect.models);
      const meant = model.instead ?? nearest(value.text, ids);
      return [
        {
          span: value.span,
          // One file for several hosts: the name is written for the one that has it.
          severity: besides.some((other) => hasModel(other, value)) ? 'hint' : severity,
          message: `"${value.text}": ${asOf(verdict, model)}${hostName(verdict)} ${model.says}.${advice(model, meant, providers === undefined ? ids : null)}`,
          fixes:
            meant === undefined
              ? []
              : [
                  {
                    title: `Replace with ${meant}`,
                    safety: 'review',
                    edits: () => replaceScalar(outline, value, meant),
                  },
                ],
        },
      ];
    }),
};

const severities: Readonly<Partial<Record<ModelVerdict['outcome'], Severity>>> = {
  malformed: 'warning',
  foreign: 'warning',
  unlisted: 'information',
};

const own: readonly ModelVerdict['outcome'][] = [
  'known',
  'alias',
  'inherits',
  'remapped',
  'retired',
];

/** The host has, or had, a model of that name. */
const hasModel = (verdict: Verdict, { span }: Value): boolean =>
  writtenModels(verdict).some(
    ({ value, model }) => value.span.start === span.start && own.includes(model.outcome),
  );

/** That there is no such model is as old as our knowledge of the list. */
const asOf = ({ place }: Verdict, { outcome, says }: ModelVerdict): string =>
  outcome === 'malformed' || !/\bno\b/.test(says) ? '' : `as of ${place.host.verified} `;

/** What to write, for one who has to begin anew. `ids`: null where models go by their provider. */
function advice(
  { outcome }: ModelVerdict,
  meant: string | undefined,
  ids: readonly string[] | null,
): string {
  if (meant !== undefined) return ` Did you mean ${meant}?`;
  if (outcome === 'unlisted') return '';
  if (ids === null) return outcome === 'malformed' ? ' Write it as provider/model.' : '';
  return ids.length > 0 ? ` It takes ${oneOf(ids.slice(0, 4))}, among others.` : '';
}
