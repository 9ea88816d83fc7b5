import type { Relations } from "../graph/automatic-relationships.ts";
import type { Machine } from "../machine/machine.ts";
import type { Step } from "../machine/step.ts";
import type { Value } from "../values/value.ts";
import type { Generated, GenerateGround } from "./generate.ts";
import type { Host } from "./host.ts";
import type { Defaulted, Kind } from "./kind.ts";
import type { Surroundings } from "./surroundings.ts";

/** Attributes by name. */
export type Kinds = Readonly<Record<string, Kind<unknown>>>;

/** What an attribute of some kind is to a provider: undefined when not given and without a default. */
export type ValueOf<A> = A extends Defaulted<infer T> ? T : A extends Kind<infer T> ? T | undefined : never;

/** A resource as its provider sees it: the key, the settings and the wanted state. */
export type Wanted<S, P> = { readonly [N in keyof S]: ValueOf<S[N]> } & {
  readonly [N in keyof P]: ValueOf<P[N]>;
} & {
  readonly title: string;
  /** The value of the key attribute, which defaults to the title. */
  readonly name: string;
  /** The provider asked for by name. */
  readonly provider: string | undefined;
};

/** What `read` found: values of the states, or words for what is not one of them (`absent`, `notrun`). */
export type Observed<P> = { readonly [N in keyof P]?: ValueOf<P[N]> | string | undefined };

/** The value of a state once it is known to be wanted. */
export type Given<A> = NonNullable<ValueOf<A>>;

/** Says how one state differs from the ordinary; all parts are optional. */
export interface StateTraits<S, P, N extends keyof P> {
  /** Whether what is found is as wanted; by default equality of values (or of their texts). */
  insync?(is: Observed<P>[N], to: Given<P[N]>, wanted: Wanted<S, P>, found: Observed<P>): boolean;
  /** A value in messages; by default as Puppet formats parameters: `'text'`, `5`, `['a', 'b']`. */
  show?(value: Given<P[N]>): string;
  /** The value found in messages, when it is not shown like the one wanted. */
  showFound?(value: Given<P[N]>): string;
  /** The words of a change; by default `mode changed '0644' to '0600'` and the like. */
  message?(is: Observed<P>[N], to: Given<P[N]>, wanted: Wanted<S, P>, found: Observed<P>): string;
  /** The name of the event a change makes; by default `mode_changed`. */
  event?(to: Given<P[N]>, found: Observed<P>): string;
  /** Whether a change to this value makes a pending refresh pointless (a service just started). */
  invalidatesRefresh?(to: Given<P[N]>): boolean;
}

/** Titles that make the key: what matches becomes the attributes (Puppet's title patterns). */
export interface TitlePattern {
  readonly pattern: RegExp;
  readonly attributes: readonly string[];
}

/** Data that describes a resource type. */
export interface TypeSpec<S extends Kinds, P extends Kinds> {
  /** Lower case, as in manifests. */
  readonly name: string;
  readonly doc: string;
  /** The attribute that names the thing on the machine; the title when not given. */
  readonly key: string;
  readonly keyKind?: Kind<unknown> | undefined;
  /** How things are done; never compared. */
  readonly settings: S;
  /** What is observed, compared and changed, in the order it is changed; `ensure` comes first. */
  readonly state: P;
  readonly traits?: { readonly [N in keyof P]?: StateTraits<S, P, N> } | undefined;
  readonly titles?: readonly TitlePattern[] | undefined;
  /** Two resources may have one key (exec). */
  readonly sameKeyAllowed?: boolean | undefined;
  /** The title in messages, when that is not the one it was declared with. */
  titleOf?(wanted: Wanted<S, P>): string;
  /** Completes the wanted attributes from one another; sees the names of those that are secret. */
  complete?(wanted: Wanted<S, P>): Partial<Wanted<S, P>>;
  /** Checks attributes against one another; fails with Puppet's sentences, warns, or tells what is deprecated. */
  validate?(
    wanted: Wanted<S, P>,
    warn: (message: string) => void,
    deprecate: (message: string) => void,
  ): void;
  /** Automatic relationships, looked up in the catalog; `keysOf` gives the keys of all resources of a type. */
  relations?(
    wanted: Wanted<S, P>,
    lookup: (type: string, title: string) => boolean,
    keysOf: (type: string) => Iterable<string>,
  ): Relations;
  /** Whether a resource is refreshed by its own changes (Puppet's `self_refresh`). */
  selfRefresh?(wanted: Wanted<S, P>): boolean;
  /** States that are secret when the given attributes are. */
  secrets?(names: ReadonlySet<string>): Iterable<string>;
}

/** A resource made while applying, such as a file found in a directory. */
export interface Child {
  readonly title: string;
  readonly parameters: ReadonlyMap<string, Value>;
}

/** A resource as it is on the machine, whether or not anybody manages it. */
export interface Instance {
  readonly name: string;
  /** What was found, by the names of the states. */
  readonly state: Readonly<Record<string, unknown>>;
  /** The attributes besides its name that a resource has to have to be this one. */
  readonly identity?: Readonly<Record<string, Value>> | undefined;
}

/** Data and functions that read and change resources of a type on one kind of machine. */
export interface ProviderSpec<S extends Kinds, P extends Kinds, O extends Observed<P>> {
  readonly name: string;
  readonly doc?: string | undefined;
  /** Features that the type's attributes may ask for. */
  readonly features?: readonly string[] | undefined;
  /** Whether this provider works here; by default it does. */
  suits?(host: Host): boolean;
  /** Whether it is the usual one here, of those that suit. */
  usual?(host: Host): boolean;
  /** Reads the state of many resources at once, before the first of them is read. */
  survey?(wanted: readonly Wanted<S, P>[], machine: Machine): Promise<unknown>;
  /** What only the machine can tell of what is wanted (ids of names, metadata of sources). */
  expect?(wanted: Wanted<S, P>, machine: Machine, around: Surroundings): Wanted<S, P> | Promise<Wanted<S, P>>;
  /** The state as it is. */
  read(wanted: Wanted<S, P>, machine: Machine, around: Surroundings): O | Promise<O>;
  /** For each state the steps that make it as wanted; a state without an entry cannot be changed. */
  readonly change: {
    readonly [N in keyof P]?: (
      to: Given<P[N]>,
      wanted: Wanted<S, P>,
      is: O,
      around: Surroundings,
    ) => readonly Step[];
  };
  /** What a change would do within, as text to be shown before it is made. */
  readonly preview?: {
    readonly [N in keyof P]?: (
      wanted: Wanted<S, P>,
      is: O,
      machine: Machine,
      around: Surroundings,
    ) => Promise<string | undefined>;
  };
  /** Steps done once, after all changed states (named) of a resource: for tools that take all changes together. */
  flush?(changed: readonly string[], wanted: Wanted<S, P>, is: O, around: Surroundings): readonly Step[];
  /** The steps of a refresh; the state is read anew for it. */
  refresh?(wanted: Wanted<S, P>, is: O, around: Surroundings): readonly Step[];
  /** Steps that do what several resources' steps do, at once; undefined: they cannot be joined. */
  merge?(steps: readonly (readonly Step[])[]): readonly Step[] | undefined;
  /**
   * All resources of the type on this machine, without those that the managed ones are by another name; a provider
   * without it cannot list them.
   */
  instances?(machine: Machine, managed?: readonly Wanted<S, P>[]): Promise<readonly Instance[]>;
  /** The attribute without which a resource adds no others to the catalog; undefined: each is asked. */
  readonly generatesFrom?: string | undefined;
  /** Resources that this one adds to the catalog before anything is applied. */
  generate?(wanted: Wanted<S, P>, ground: GenerateGround): Promise<readonly Generated[]>;
  /** Resources that this one makes while applying, before it is applied itself. */
  children?(
    wanted: Wanted<S, P>,
    machine: Machine,
    around: Surroundings,
  ): readonly Child[] | Promise<readonly Child[]>;
}

/** A provider of any type, as the engine handles it. */
export type AnyProvider = ProviderSpec<Kinds, Kinds, Observed<Kinds>>;

/** A resource of any type, as the engine handles it. */
export type AnyWanted = Wanted<Kinds, Kinds>;

/** A type with its providers, as the engine handles it. */
export interface ResourceType extends TypeSpec<Kinds, Kinds> {
  readonly providers: readonly AnyProvider[];
}

/** A type that providers can be written for, with all it knows about its attributes. */
export class DefinedType<S extends Kinds, P extends Kinds> {
  readonly spec: TypeSpec<S, P>;

  constructor(spec: TypeSpec<S, P>) {
    this.spec = spec;
  }

  /** Describe a provider; it counts once the registry lists it (see `with`). */
  provider<O extends Observed<P>>(spec: ProviderSpec<S, P, O>): ProviderSpec<S, P, O> {
    return spec;
  }

  /** This type with its providers: the first that suits is used, unless another says it is the usual one. */
  with(...providers: readonly { readonly name: string }[]): ResourceType {
    const erased = this.spec as unknown as TypeSpec<Kinds, Kinds>;
    return { ...erased, providers: providers as readonly AnyProvider[] };
  }
}

/** A resource of a defined type as its providers see it. */
export type WantedOf<D> = D extends DefinedType<infer S, infer P> ? Wanted<S, P> : never;

/** Define a resource type. */
export function defineType<const S extends Kinds, const P extends Kinds>(
  spec: TypeSpec<S, P>,
): DefinedType<S, P> {
  return new DefinedType(spec);
}
