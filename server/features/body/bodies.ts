// The text of a skill or command as each host reads it that is reported on.
import { type BodyToken, bodyTokens } from '../../hosts/judge/skills/body-tokens';
import { argumentNames } from '../../hosts/judge/skills/sent-text';
import type { BodyLanguage } from '../../hosts/model/body-language';
import { bodyLanguageAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type { View } from '../view/view';

export interface Body {
  readonly verdict: Verdict;
  readonly language: BodyLanguage;
  /** The names of its arguments, in their order. */
  readonly names: readonly string[];
}

/** One for each host that is reported on and whose language is known; none where the file is no skill or command. */
export const bodiesOf = (view: View): readonly Body[] => bodiesIn(view.shown());

export const bodiesIn = (verdicts: readonly Verdict[]): readonly Body[] =>
  verdicts.flatMap((verdict) => {
    const language = bodyLanguageAt(verdict.place);
    return language ? [{ verdict, language, names: argumentNames(verdict.fields, language) }] : [];
  });

/** What the host replaces, runs and attaches, in order. A word after an `@` is more often a user or an agent than a file. */
export const tokensOf = ({ outline }: View, { language, names }: Body): readonly BodyToken[] =>
  bodyTokens(outline.text, outline.body, language, names).filter(
    (token) => token.kind !== 'file' || /[./]/.test(token.path),
  );
