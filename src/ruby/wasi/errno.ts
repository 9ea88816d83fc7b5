/** Error numbers of WASI preview 1, by the names that Node uses. */
const ERRNO: Readonly<Record<string, number>> = {
  EACCES: 2,
  EAGAIN: 6,
  EBADF: 8,
  EBUSY: 10,
  EEXIST: 20,
  EFAULT: 21,
  EFBIG: 22,
  EINTR: 27,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  ELOOP: 32,
  EMFILE: 33,
  EMLINK: 34,
  ENAMETOOLONG: 37,
  ENFILE: 41,
  ENODEV: 43,
  ENOENT: 44,
  ENOMEM: 48,
  ENOSPC: 51,
  ENOSYS: 52,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  ENOTSUP: 58,
  ENOTTY: 59,
  ENXIO: 60,
  EPERM: 63,
  EPIPE: 64,
  ERANGE: 68,
  EROFS: 69,
  ESPIPE: 70,
  ETXTBSY: 74,
  EXDEV: 75,
};

/** A call that the program made wrongly, or that cannot work here; the code is a name such as `EBADF`. */
export class WasiError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The number for an error of a file operation; undefined when the error is something else. */
export function errnoOf(error: unknown): number | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) return undefined;
  return ERRNO[code] ?? (/^E[A-Z0-9]+$/.test(code) ? ERRNO.EIO : undefined);
}
