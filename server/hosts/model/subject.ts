/** What a document defines in a host. */
export type Subject = 'agent' | 'skill' | 'command' | 'settings' | 'manifest';

/** What has a name of its own, by which it can be called. */
export type NamedSubject = Exclude<Subject, 'settings' | 'manifest'>;
