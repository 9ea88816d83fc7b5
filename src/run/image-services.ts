import type { Catalog } from "../catalog/catalog.ts";
import type { Log } from "../diagnostics/log.ts";

/** Tell which services an image will start when it boots, and which it will not though they are to run. */
export function tellDeferredStarts(catalog: Catalog, log: Log): void {
  const running = catalog.resources.filter(
    ({ type, parameters }) =>
      type === "Service" && ["running", true].includes(parameters.get("ensure") as string),
  );
  if (running.length === 0) return;
  const names = running.map(({ title }) => `Service[${title}]`).join(", ");
  log({ level: "notice", message: `Starts deferred to the boot of the image: ${names}` });
  for (const { title, parameters } of running) {
    if (["false", false, "mask"].includes(parameters.get("enable") as string)) {
      log({
        level: "warning",
        message: `Service[${title}] is to run, but nothing starts it when the image boots: enable is not true`,
      });
    }
  }
}
