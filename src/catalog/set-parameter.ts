import { Failure } from "../diagnostics/failure.ts";
import type { DeclaredParameter, DeclaredResource } from "./declared-resource.ts";
import { flatValues } from "./flat-values.ts";
import { addTags } from "./tags.ts";

/** Give a resource a parameter; what `tag` names become its tags. */
export function setParameter(resource: DeclaredResource, name: string, parameter: DeclaredParameter): void {
  if (name === "tag") tag(resource, parameter);
  resource.parameters.set(name, parameter);
}

function tag(resource: DeclaredResource, parameter: DeclaredParameter): void {
  try {
    addTags(resource.tags, flatValues(parameter.value).map(String));
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const { file, line } = resource.place;
    throw thrown.placed({ file, line });
  }
}
