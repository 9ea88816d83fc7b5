import type { Settings } from "../settings/settings.ts";
import type { BundleLocation } from "./bundle-location.ts";

/** What `boot` is to do. Times are milliseconds. */
export interface BootRequest {
  readonly bundle: BundleLocation;
  readonly passes: number;
  readonly deadline: number;
  readonly lockDeadline: number;
  readonly privateKey: string | undefined;
  readonly keyFromUserData: boolean;
  readonly maxBytes: number;
  readonly console: boolean;
  readonly force: boolean;
  readonly settings: Settings;
}
