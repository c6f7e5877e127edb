// What a part of the text of a skill or command means to a host, in sentences.
import { argumentTokens, type BodyToken } from '../../hosts/judge/skills/body-tokens';
import type { BodyLanguage } from '../../hosts/model/body-language';
import { type Message, t } from '../../text/message';

/** For a host that has no such part. */
export const unchanged = t('{host} leaves it unchanged.');

/** Sentences, the first of which states the result. They may contain `{host}`. */
export function meaningOf(token: BodyToken, language: BodyLanguage): readonly Message[] {
  switch (token.kind) {
    case 'arguments':
      return [t('All arguments of a call, as typed.')];
    case 'argument':
      return argumentMeaning(token, language);
    case 'named-argument':
      return [t('Argument {number} of a call.', { number: token.at + 1 }), emptyWithout];
    case 'variable':
      return [language.variables[token.name] ?? unchanged];
    case 'escape':
      return [t('The backslash is removed, and what follows it is left unchanged.')];
    case 'command':
      return shellMeaning(token.command, language);
    case 'file':
      return [t('{host} attaches the file if it exists.')];
  }
}

const emptyWithout = t('It is empty where a call has fewer arguments.');

function argumentMeaning(
  { at, isLast }: { readonly at: number; readonly isLast: boolean },
  { missing, first }: BodyLanguage,
): readonly Message[] {
  if (at < 0)
    return [
      isLast ? t('The last argument of a call.') : t('{host} inserts no argument here.'),
      t('The first argument is "{placeholder}".', { placeholder: `$${first}` }),
    ];
  return [
    isLast
      ? t('Argument {number} of a call, and all that follow it.', { number: at + 1 })
      : t('Argument {number} of a call.', { number: at + 1 }),
    missing === 'empty'
      ? emptyWithout
      : t('It is left unchanged where a call has fewer arguments.'),
  ];
}

function shellMeaning(command: string, language: BodyLanguage): readonly Message[] {
  const isOpen = argumentTokens(command, language).some(
    ({ kind }) => kind === 'arguments' || kind === 'argument',
  );
  return [
    language.shell?.asks
      ? t(
          '{host} runs the command before the model reads the text, if the permission rules allow it. Otherwise the call fails.',
        )
      : t('{host} runs the command before the model reads the text, without asking.'),
    ...(isOpen
      ? [t('Arguments are inserted without quotes, so a call can run other commands.')]
      : []),
  ];
}
