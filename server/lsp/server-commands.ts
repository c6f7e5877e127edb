// Commands that the server executes, for editors other than our own client.

/** Shows what a host does with a document: its URI, the title of the lens and the host's id. */
export const showOutcomeCommand = 'dossier.server.showOutcome';

/** Lists the references to the agent at a position of a document: its URI and the position. */
export const listReferencesCommand = 'dossier.server.listReferences';
