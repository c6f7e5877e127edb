// The functions behind the YAML writer, as one namespace.
export * from '../../server/agent/repair-yaml';
export * from '../../server/agent/write-fields';
export * from '../../server/agent/write-lists';
export * from '../../server/agent/write-values';
export * from '../../server/yaml/scalar';
