// Compares our verdicts with all recorded answers of the preview of OpenCode 2: whether there is an agent, and which.
import { opencode2 } from '../../../server/hosts/opencode-2/host';
import { describeWith, noOracles } from '../../support/resources';
import { verdictOf } from '../opencode-family/answers';
import { cases, textOfCase } from '../opencode-family/cases';
import { assertNone, differs } from '../opencode-family/compare';
import { answerOf } from './answers';

const recordedCases = cases.filter((one) => one.opencode2preview !== undefined);

const recordedAnswer = (recorded: Readonly<Record<string, unknown>> | undefined): unknown => {
  const { model, ...agent } = { model: null, ...(recorded?.['agent'] as object | undefined) };
  return recorded?.['agent'] ? { ...recorded, agent: { ...agent, model } } : recorded;
};

const isCode = (text: string): boolean => /^---\s*(?:js|javascript)\b/.test(text);

describeWith(recordedCases.length > 0, noOracles, 'OpenCode 2 (preview), recorded cases', () => {
  it(`agrees on all ${recordedCases.length}`, function () {
    this.timeout(60_000);
    assertNone(
      recordedCases.flatMap((one) => {
        const text = textOfCase(one);
        const verdict = verdictOf(opencode2, text, '.opencode/agent/probe.md');
        if (verdict?.outcome === 'unknown') return isCode(text) ? [] : [`${one.id}: not predicted`];
        return differs(one.id, answerOf(verdict), recordedAnswer(one.opencode2preview));
      }),
    );
  });
});
