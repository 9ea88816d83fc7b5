/** A moment in local time as Ruby writes it: `2026-11-20 14:03:15 +0000`. */
export function rubyTime(time: Date): string {
  const east = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + east * 60_000).toISOString();
  const zone = `${east < 0 ? "-" : "+"}${two(Math.floor(Math.abs(east) / 60))}${two(Math.abs(east) % 60)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
