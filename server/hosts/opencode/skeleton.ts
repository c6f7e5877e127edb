import { markdownSkeleton } from '../model/skeleton';

/** The content of a new agent of OpenCode and its forks, as a snippet. */
export const skeleton = markdownSkeleton(
  'description: ${1:Use it when}',
  'mode: ${2|subagent,primary,all|}',
  'permission:',
  '  edit: ${3|deny,ask,allow|}',
  '  bash: ${4|ask,deny,allow|}',
);
