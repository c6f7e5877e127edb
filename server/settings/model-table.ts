/** By model, as an agent file names it (`sonnet`), the model to use instead by host ID. */
export type ModelTable = Readonly<Record<string, Readonly<Record<string, string>>>>;
