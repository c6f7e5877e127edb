// The long descriptions and the examples of the rules.
import { docsByRule, examplesByRule } from './registry';
import type { RuleDocs, RuleExamples } from './rule';

/** What documentation shows of a rule, by its name. Empty texts for an unknown name. */
export const docsOf = (rule: string): RuleDocs => docsByRule[rule] ?? none;

const none: RuleDocs = { what: '', why: '', sources: [{ opinion: '' }] };

/** Examples of a rule, by its name. None for an unknown name. */
export const examplesOf = (rule: string): RuleExamples =>
  examplesByRule[rule]?.() ?? { failing: [], passing: [] };
