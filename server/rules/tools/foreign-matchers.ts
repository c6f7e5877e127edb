// Matchers of hooks that consist of names of other programs' tools, so that the hook runs at no call. A name that no program has may be that of
// a tool of a server, and is not reported.
import { equivalentsOf } from '../../hosts/catalog/foreign-tools';
import { matchersIn } from '../../hosts/judge/hooks-in';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import { documentKindOf } from '../../hosts/model/place';
import type { ToolMatchers } from '../../hosts/model/settings';
import { purposesIn } from '../../hosts/model/tools';
import { composed, t } from '../../text/message';
import { covers } from '../../text/span';
import { entryOf, type StringValue } from '../../yaml/value';
import type { Fix, Found, HostInput } from '../rule';
import { hooksOf } from '../values/hook-commands';
import { effectOf, hostName } from '../words';

export function foreignMatchers(input: HostInput): Found[] {
  const { verdict } = input;
  const kind = documentKindOf(verdict.place);
  const matchers = kind.subject === 'settings' ? kind.matchers : undefined;
  const commands = matchers && hooksOf(verdict)?.commands;
  // Other mistakes are corrected first.
  if (!commands || verdict.fields.some(hasHookProblem)) return [];
  return matchersIn(entryOf(verdict.agent?.fields ?? [], 'hooks')?.value).flatMap(
    ({ event, matcher, holder }): Found[] => {
      const effect = Object.hasOwn(matchers.idle, event) ? matchers.idle[event] : undefined;
      const runs = commands.some(({ command }) => covers(holder.span, command.span));
      if (effect === undefined || !runs) return [];
      const instead = insteadOf(input, matcher.text, matchers);
      if (instead === null) return [];
      const host = hostName(verdict);
      const args = { matcher: matcher.text, host };
      return [
        {
          ...{ span: matcher.span, severity: 'warning' },
          message: composed`${t('"{matcher}" matches no tool of {host}.', args)} ${effectOf(verdict, effect)} ${
            instead === ''
              ? t('Use names of tools of {host}.', { host })
              : t('Use "{instead}".', { instead })
          }`,
          fixes: instead === '' ? [] : [replacing(input, matcher, instead)],
        },
      ];
    },
  );
}

const hasHookProblem = ({ field, problems }: FieldVerdict): boolean =>
  field?.role === 'hooks' && problems.length > 0;

const replacing = ({ writer }: HostInput, matcher: StringValue, instead: string): Fix => ({
  title: t('Replace with "{value}"', { value: instead }),
  safety: 'review',
  edits: () => writer.replaceValue(matcher, { text: instead }),
});

/** Names, between `|` or commas, perhaps as a group or from the beginning to the end. */
const list = /^\^?\(?[A-Za-z][\w -]*(?:[|,]\s*[A-Za-z][\w -]*)*\)?\$?$/;

/** The same with the names of the host; empty where these are not certain. Null where not all are names of other programs. */
function insteadOf(
  { catalog, verdict: { dialect } }: HostInput,
  matcher: string,
  { names, tools, findsParts }: ToolMatchers,
): string | null {
  const own = tools ?? purposesIn(dialect.tools);
  if (!own || !list.test(matcher)) return null;
  const known = [...dialect.tools.tools, ...dialect.tools.former].map(({ name }) => name);
  const isOwn = (name: string): boolean => known.some((tool) => tool === name || names(name, tool));
  if (known.some((tool) => names(matcher, tool))) return null;
  const written = matcher.match(/[A-Za-z][\w-]*/g) ?? [];
  const now = written.map((name) =>
    isOwn(name) || (findsParts && !/[A-Z]/.test(name))
      ? undefined
      : equivalentsOf(catalog, name, own),
  );
  if (now.includes(undefined)) return null;
  return now.some((one) => one?.length === 0) ? '' : [...new Set(now.flat())].join('|');
}
