import type { PlainAnswers } from "./answers.ts";

/** Local time, which WebAssembly's C library does not know. */
export const timeAnswers: PlainAnswers = {
  "time.zone": (seconds: number) => {
    const date = new Date(seconds * 1000);
    return [-date.getTimezoneOffset() * 60, zoneName(date)];
  },
};

/** `CET`, or `+03` for zones without letters, as the C library has them. */
function zoneName(date: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" }).formatToParts(date);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "UTC";
}
