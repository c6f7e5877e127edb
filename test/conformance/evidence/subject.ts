// What a run of the evidence needs of the hosts. It is loaded again for each name that is erased from their tables.

export { hosts } from '../../support/catalog';
export { tested } from '../hosts';
export { candidatesFor } from './candidates';
export { canExercise, isExercised, recordedOf, verdictOnCase, verdictWithout } from './exercise';
export { factsOf } from './facts-of-host';
export { caseIdsOf, linesOf, linksOf, storeLinks, unprovenFacts } from './links';
