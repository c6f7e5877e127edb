// Which part of a file prevents its agent from loading.
import { t } from '../../text/l10n';
import type { Reason } from '../model/outcome';
import type { Verdict } from '../model/verdict';

const reasonLabels: Readonly<Record<Reason, () => string>> = {
  'not-read': () => t('not read'),
  disabled: () => t('disabled'),
  'too-large': () => t('too large'),
  'no-frontmatter': () => t('no frontmatter'),
  fence: () => t('fence'),
  yaml: () => 'yaml',
  'frontmatter-lost': () => t('frontmatter lost'),
  'yaml-repaired': () => t('yaml repaired'),
  name: () => 'name',
  description: () => 'description',
  field: () => t('field'),
  tools: () => 'tools',
  unknown: () => t('unknown'),
};

/** The key of the field, or the reason as a label: `color`, `no description`, `yaml`. Empty where nothing prevents loading. */
export function causeOf({ fields, missing, reason }: Verdict): string {
  const fatal = fields.find((field) => field.otherwise?.file !== undefined);
  if (fatal) return fatal.key;
  const [absent] = missing;
  if (absent && (reason === 'name' || reason === 'description' || reason === 'field'))
    return t('no {field}', { field: absent.key });
  return reason === null ? '' : reasonLabels[reason]();
}
