/** One link between a value and its key, and whether it holds. */
export interface Check {
  readonly link:
    | "key"
    | "home"
    | "file mode"
    | "passphrase"
    | "trust"
    | "recipient"
    | "certificate"
    | "value";
  readonly state: "ok" | "broken" | "doubtful";
  readonly message: string;
  readonly hint?: string | undefined;
}

export function ok(link: Check["link"], message: string): Check {
  return { link, state: "ok", message };
}

export function broken(link: Check["link"], message: string, hint?: string): Check {
  return { link, state: "broken", message, hint };
}

export function doubtful(link: Check["link"], message: string, hint?: string): Check {
  return { link, state: "doubtful", message, hint };
}
