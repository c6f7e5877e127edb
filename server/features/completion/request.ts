// How a list of completions was requested. It decides what belongs into the list: a list that opens by itself while the
// author types must never take a key away from them, one that the author asks for shows everything that fits.

export interface CompletionRequest {
  /** `typing`: the list opens or is refreshed by itself at a key. `explicit`: the author asked for it. */
  readonly by: 'typing' | 'explicit';
  /** The trigger character that was just typed, where that is the reason for the request. */
  readonly character?: string;
  /**
   * The editor's built-in support is asked at the same moment, so its entries are not offered a second time. An editor asks
   * only the providers that registered the trigger character.
   */
  readonly besideBuiltin: boolean;
}

export const explicitRequest: CompletionRequest = { by: 'explicit', besideBuiltin: true };
