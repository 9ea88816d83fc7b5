import type { Credentials } from "./sign.ts";

type Variables = Readonly<Record<string, string | undefined>>;

const METADATA = "http://169.254.169.254";
/** Milliseconds; the service is on the machine's own host. */
const PATIENCE = 2000;

/**
 * Credentials for S3: the variables `AWS_ACCESS_KEY_ID` and so on, otherwise those of the role that the cloud gave the
 * instance (IMDSv2). Undefined where there are none: then the object may be there for everybody.
 */
export async function s3Credentials(variables: Variables = process.env): Promise<Credentials | undefined> {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = variables;
  if (id && secret) return { id, secret, token: token || undefined };
  try {
    return await ofRole(new URL(variables.AWS_EC2_METADATA_SERVICE_ENDPOINT || METADATA));
  } catch {
    return undefined;
  }
}

async function ofRole(service: URL): Promise<Credentials | undefined> {
  const session = await asked(new URL("/latest/api/token", service), {
    method: "PUT",
    headers: { "x-aws-ec2-metadata-token-ttl-seconds": "60" },
  });
  const headers = { "x-aws-ec2-metadata-token": session };
  const roles = new URL("/latest/meta-data/iam/security-credentials/", service);
  const [role = ""] = (await asked(roles, { headers })).split("\n");
  const given = JSON.parse(await asked(new URL(role, roles), { headers })) as Record<string, string>;
  const { AccessKeyId: id, SecretAccessKey: secret, Token: token } = given;
  return id && secret ? { id, secret, token } : undefined;
}

async function asked(url: URL, request: RequestInit): Promise<string> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.text();
}
