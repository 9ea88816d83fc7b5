import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import type { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import { warnOnce } from "../warn-once.ts";

/** A time or a span of time in a format. */
export const strftime = defineFunction(
  "strftime",
  {
    params: [param("Timespan", "time_object"), param("String", "format")],
    body: (_call, time: Timespan, format: string) => time.format(format),
  },
  {
    params: [
      param("Timestamp", "time_object"),
      param("String", "format"),
      optionalParam("String", "timezone"),
    ],
    body: (_call, time: Timestamp, format: string, timezone?: string) => time.format(format, timezone),
  },
  {
    params: [param("String", "format"), optionalParam("String", "timezone")],
    body(call, format: string, timezone?: string) {
      warnOnce(
        call,
        "legacy#strftime",
        "The argument signature (String format, [String timezone]) is deprecated for #strftime. See #strftime documentation and Timespan type for more info",
        call.place,
      );
      return Timestamp.now().format(format, timezone);
    },
  },
);
