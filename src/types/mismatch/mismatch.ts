import { type Path, pathText, placeKey } from "./path.ts";

/** One way in which something does not fit what is expected of it. */
export abstract class Mismatch {
  readonly path: Path;

  constructor(path: Path) {
    this.path = path;
  }

  /** What is wrong, after the words for the signature and the place. */
  protected abstract message(variant: string, position: string): string;
  /** The same mismatch at another path. */
  abstract at(path: Path): Mismatch;

  /** The mismatch without one element of its path. */
  without(index: number): Mismatch {
    return index >= this.path.length ? this : this.at(this.path.filter((_, i) => i !== index));
  }

  /** The sentence, beginning with a blank. */
  text(): string {
    const [first] = this.path;
    const named = first?.kind === "signature";
    const rest = named ? this.path.slice(1) : this.path;
    return this.message(named ? ` ${pathText([first])}` : "", rest.length === 0 ? "" : ` ${pathText(rest)}`);
  }

  /** A text that equal mismatches share; undefined when this one equals only itself. */
  get sameAs(): string | undefined {
    return undefined;
  }
}

/** A mismatch about one key of a hash or one parameter. */
abstract class KeyMismatch extends Mismatch {
  readonly key: string;

  constructor(path: Path, key: string) {
    super(path);
    this.key = key;
  }
}

export class MissingKey extends KeyMismatch {
  protected message(variant: string, position: string): string {
    return `${variant}${position} expects a value for key '${this.key}'`;
  }

  at(path: Path): Mismatch {
    return new MissingKey(path, this.key);
  }
}

export class MissingParameter extends KeyMismatch {
  protected message(variant: string, position: string): string {
    return `${variant}${position} expects a value for parameter '${this.key}'`;
  }

  at(path: Path): Mismatch {
    return new MissingParameter(path, this.key);
  }
}

export class ExtraneousKey extends KeyMismatch {
  protected message(variant: string, position: string): string {
    return `${variant}${position} unrecognized key '${this.key}'`;
  }

  at(path: Path): Mismatch {
    return new ExtraneousKey(path, this.key);
  }
}

export class InvalidParameter extends KeyMismatch {
  protected message(variant: string, position: string): string {
    return `${variant}${position} has no parameter named '${this.key}'`;
  }

  at(path: Path): Mismatch {
    return new InvalidParameter(path, this.key);
  }
}

export class UnexpectedBlock extends Mismatch {
  protected message(variant: string, position: string): string {
    return `${variant}${position} does not expect a block`;
  }

  at(path: Path): Mismatch {
    return new UnexpectedBlock(path);
  }

  override get sameAs(): string {
    return `unexpected ${placeKey(this.path)}`;
  }
}

export class MissingRequiredBlock extends Mismatch {
  protected message(variant: string, position: string): string {
    return `${variant}${position} expects a block`;
  }

  at(path: Path): Mismatch {
    return new MissingRequiredBlock(path);
  }

  override get sameAs(): string {
    return `missing ${placeKey(this.path)}`;
  }
}

export class UnresolvedTypeReference extends Mismatch {
  readonly unresolved: string;

  constructor(path: Path, unresolved: string) {
    super(path);
    this.unresolved = unresolved;
  }

  protected message(variant: string, position: string): string {
    return `${variant}${position} references an unresolved type '${this.unresolved}'`;
  }

  at(path: Path): Mismatch {
    return new UnresolvedTypeReference(path, this.unresolved);
  }
}
