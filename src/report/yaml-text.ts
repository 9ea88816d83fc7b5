import { stringify } from "yaml";

/** Data as a YAML document, the way Puppet's files begin. */
export function yamlText(data: unknown): string {
  return stringify(data, { directives: true, aliasDuplicateObjects: false, lineWidth: 0 });
}
