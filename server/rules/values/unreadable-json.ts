// Files that a host reads as JSON and that are no JSON, or no object.
import { joined, type Message, t } from '../../text/message';
import type { Found, HostInput } from '../rule';
import { effectOf } from '../words';

/** @param more what else follows, before what is to be done */
export function unreadableJson(
  { verdict }: HostInput,
  more: readonly Message[] = [],
): readonly Found[] {
  const flaw = verdict.flaws.find(({ fatal }) => fatal);
  const effect = flaw && verdict.dialect.flaws[flaw.code]?.effect;
  // Of TOML another rule reports it.
  if (!flaw || effect === undefined || flaw.code === 'toml') return [];
  if (verdict.outcome === 'loads-changed' || verdict.outcome === 'unknown') return [];
  const isFault = flaw.message !== undefined;
  const [problem, action] =
    flaw.code === 'duplicate-key' && isFault
      ? [flaw.message, t('Remove one of the two.')]
      : flaw.code !== 'json'
        ? [t('The file must be an object.'), t('Write an object in braces.')]
        : [
            joined([t('The file is not valid JSON.'), ...(flaw.message ? [flaw.message] : [])]),
            t('Correct the JSON.'),
          ];
  return [
    {
      span: isFault ? flaw.span : null,
      severity: 'error',
      message: joined([problem, effectOf(verdict, effect), ...more, action]),
    },
  ];
}
