import type { Default } from "./default.ts";
import type { Hash } from "./hash.ts";
import type { RichValue } from "./rich-value.ts";
import type { Type } from "./type.ts";

/**
 * What a Puppet expression evaluates to.
 *
 * | Puppet            | here                                                         |
 * | ----------------- | ------------------------------------------------------------ |
 * | undef             | `null` (`undefined` always means: not given, not there)      |
 * | Boolean           | `boolean`                                                    |
 * | Integer           | `bigint`, kept within 64 bits signed                         |
 * | Float             | `number`                                                     |
 * | String            | `string`; lengths and indexes count code points              |
 * | Array             | a readonly array                                             |
 * | Hash              | `Hash`, insertion-ordered, keyed by any value                |
 * | default           | `DEFAULT`                                                    |
 * | a data type, and a reference to a resource or class | a `Type`                   |
 * | everything else   | a subclass of `RichValue`                                    |
 */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly Value[]
  | Hash
  | Default
  | Type
  | RichValue;
