// What a run of the evidence needs of the hosts. It is loaded again for each name that is erased from their tables.

export { docsOf } from '../../../server/rules/docs-registry';
export { rules } from '../../../server/rules/registry';
export { hosts } from '../../support/catalog';
export { tested } from '../hosts';
export { candidatesFor } from './candidates';
export { canExercise, isExercised, recordedOf, verdictOnCase, verdictWithout } from './exercise';
export { isOfKind } from './fact-kinds';
export { factsOf } from './facts-of-host';
export { caseIdsOf, linesOf, linksOf, storeLinks, unprovenFacts } from './links';
export { patternsOf, textsOf } from './read-patterns';
export { findingsOf, hostsOf, hostsWithout, textOf } from './rule-facts';
