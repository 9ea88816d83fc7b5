import { expect, test } from "vitest";
import { keeper, messages } from "./fixtures.ts";

const TOKEN = `ENC[GPG,${messages("gpg/messages.txt").get("plain")!.toString("base64")}]`;
const KEY = { gpg_private_key: "gpg/prod.secret.gpg" };

test("each of a hundred OpenPGP values takes no longer than one", () => {
  const { open } = keeper();
  const time = (work: () => void) => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const one = time(() => open(TOKEN, KEY));
  const hundred = time(() => {
    for (let count = 0; count < 100; count++) open(TOKEN, KEY);
  });
  expect(hundred / 100).toBeLessThan(one * 1.2);
});
