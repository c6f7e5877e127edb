// Agents and skills in the rules of settings that name them: `Skill(tools:review)`.
import type { ValueCaret } from '../../agent/caret';
import type { ReferenceKind } from '../../hosts/model/companion';
import type { Host } from '../../hosts/model/host';
import { shortPathOf } from '../../rules/workspace-view';
import { type Text, t, verbatim } from '../../text/message';
import { textOf, valueAt } from '../../yaml/value';
import { agentMarkdown } from '../hover/explain-agent';
import type { View } from '../view/view';
import { type Completion, ranks } from './item';

/** Those that a list of rules does not have yet. */
export function ruleNameItems(view: View, caret: ValueCaret, host: Host): Completion[] {
  const list = caret.path.slice(0, -1);
  const own = caret.path.at(-1);
  if (typeof own !== 'number') return [];
  const rules = valueAt(view.outline.fields, list);
  const others = new Set(
    rules?.kind === 'list' ? rules.items.map((item, index) => index !== own && textOf(item)) : [],
  );
  const sources = (host.companionFiles ?? []).flatMap(({ names }) =>
    names.filter(({ at, written }) => written !== undefined && at.join('\n') === list.join('\n')),
  );
  const forms = new Map(sources.map(({ written, kind }) => [written, kind]));
  return [...forms].flatMap(([form, kind]) =>
    namesOf(view, host, kind).flatMap(({ name, detail, documentation }): Completion[] => {
      const label = form?.replace('{name}', name) ?? '';
      const insert = view.ownWriter.completed({ label }, caret);
      if (insert === null || others.has(label)) return [];
      return [
        {
          ...{ label, kind: 'reference', detail, documentation, insert, isSnippet: false },
          ...{ span: caret.token, rank: ranks.ordinary, deprecated: false },
        },
      ];
    }),
  );
}

interface Named {
  readonly name: string;
  readonly detail: Text;
  readonly documentation: () => Text;
}

/** Agents by their ids, and skills by the one name that calls them. */
function namesOf({ workspace }: View, host: Host, kind: ReferenceKind): readonly Named[] {
  if (kind === 'agent')
    return workspace.ids(host).flatMap((name) => {
      const [agent] = workspace.called(host, name);
      const documentation = (): Text => (agent ? agentMarkdown(agent) : '');
      return agent ? [{ name, detail: t('{host} agent', { host: host.name }), documentation }] : [];
    });
  return workspace.definedNames(host, kind).flatMap((name) => {
    const first = workspace
      .companions(host, kind, 'defines', name)
      .find(({ key, fullName = name }) => key === undefined && fullName === name);
    return first
      ? [{ name, detail: verbatim(shortPathOf(first)), documentation: (): Text => '' }]
      : [];
  });
}
