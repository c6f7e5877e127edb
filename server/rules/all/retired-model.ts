import { joined, t } from '../../text/message';
import { example } from '../example';
import { writtenModels } from '../names/written-models';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for models that are retired or that the program replaces with another.',
  why: 'The first request of the agent fails, or the agent silently runs another model.',
  sources: [{ facts: ['model'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: claude-sonnet-4-20250514',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: claude-opus-4-1',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: claude-sonnet-5-5',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: inherit',
    ),
  ],
});

export const rule: Rule = {
  name: 'retired-model',
  kind: 'host',
  builtin: 'model',
  check: ({ writer, verdict }: HostInput): Found[] =>
    writtenModels(verdict).flatMap(({ value, model }): Found[] => {
      if (model.outcome !== 'retired' && model.outcome !== 'remapped') return [];
      const { instead } = model;
      return [
        {
          span: value.span,
          severity: 'warning',
          tag: 'deprecated',
          message: joined([
            t('"{model}" is retired.', { model: value.text }),
            effectOf(verdict, model.effect),
            ...(instead === undefined ? [] : [t('Use "{instead}".', { instead })]),
          ]),
          fixes:
            instead === undefined
              ? []
              : [
                  {
                    title: t('Replace with "{value}"', { value: instead }),
                    // The host already runs this model in place of a remapped one.
                    safety: model.outcome === 'remapped' ? 'safe' : 'review',
                    edits: () => writer.replaceValue(value, { text: instead }),
                  },
                ],
        },
      ];
    }),
};
