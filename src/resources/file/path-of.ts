/** Where a file is: its path, which defaults to its title. */
export function pathOf({ path, name }: { readonly path: string | undefined; readonly name: string }): string {
  return path ?? name;
}
