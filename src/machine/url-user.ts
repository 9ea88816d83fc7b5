/** The header that asks a server in the name of a URL's user; none when it has no user. */
export function userHeaders({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "") return {};
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(user).toString("base64")}` };
}

/** The same address without its user and password, which `fetch` does not take. */
export function withoutUser(url: URL): URL {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare;
}
