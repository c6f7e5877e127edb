// The findings that suppression comments ignore, for formats that record them (SARIF).
import { type Ignore, ignoresIn } from '../rules/ignores';
import { isIgnored } from '../rules/ignores-apply';
import type { Finding } from '../rules/rule';
import { runRules } from '../rules/run';
import type { View } from './view';

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Ignore;
}

/** In the order of the text. Findings of rules that check the comments themselves cannot be ignored. */
export function suppressedIn(view: View): readonly SuppressedFinding[] {
  const { catalog, outline, settings } = view;
  const ignores = ignoresIn(outline);
  if (ignores.length === 0) return [];
  const all = runRules({
    catalog,
    outline,
    writer: view.writer,
    verdicts: view.shown,
    allowed: { fields: settings.allowedFields, tools: settings.allowedTools },
    chosen: settings.rules,
    strict: settings.hosts,
  });
  return all.flatMap((finding) => {
    const by = ignores.find((ignore) => isIgnored(finding, ignore));
    return by ? [{ finding, by }] : [];
  });
}
