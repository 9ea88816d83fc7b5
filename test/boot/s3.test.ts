import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { s3Credentials } from "../../src/boot/s3/credentials.ts";
import { signedHeaders } from "../../src/boot/s3/sign.ts";

describe("a signed request to S3", () => {
  // The example of AWS's documentation of Signature Version 4 for S3.
  const example = { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
  const when = new Date("2013-05-24T00:00:00Z");

  it("is that of the documentation", () => {
    const url = new URL("https://examplebucket.s3.amazonaws.com/test.txt");
    const headers = signedHeaders(url, "us-east-1", example, when, { range: "bytes=0-9" });
    expect(headers.authorization).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
  });

  it("has the query and the token signed too", () => {
    const lifecycle = new URL("https://examplebucket.s3.amazonaws.com/?lifecycle");
    expect(signedHeaders(lifecycle, "us-east-1", example, when).authorization).toMatch(
      /Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543$/,
    );
    const headers = signedHeaders(lifecycle, "us-east-1", { ...example, token: "T" }, when);
    expect(headers["x-amz-security-token"]).toBe("T");
    expect(headers.authorization).toContain("x-amz-date;x-amz-security-token,");
  });
});

describe("credentials for S3", () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  /** A metadata service that knows a role, or none. */
  async function service(role: string): Promise<Record<string, string>> {
    const secrets = { AccessKeyId: "I", SecretAccessKey: "S", Token: "T" };
    const answers: Record<string, string> = {
      "PUT /latest/api/token": "session",
      "GET /latest/meta-data/iam/security-credentials/": role,
      [`GET /latest/meta-data/iam/security-credentials/${role}`]: JSON.stringify(secrets),
    };
    server = createServer(({ method, url, headers }, response) => {
      const isAllowed = method === "PUT" || headers["x-aws-ec2-metadata-token"] === "session";
      const answer = isAllowed ? answers[`${method} ${url}`] : undefined;
      response.writeHead(answer ? 200 : 404).end(answer);
    });
    await new Promise<void>((done) => server!.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    return { AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${port}` };
  }

  it("are those of the variables", async () => {
    const variables = { AWS_ACCESS_KEY_ID: "I", AWS_SECRET_ACCESS_KEY: "S" };
    expect(await s3Credentials(variables)).toEqual({ id: "I", secret: "S" });
  });

  it("are those of the instance's role", async () => {
    expect(await s3Credentials(await service("web"))).toEqual({ id: "I", secret: "S", token: "T" });
  });

  it("are none without a role, and where there is no such service", async () => {
    expect(await s3Credentials(await service(""))).toBeUndefined();
    expect(await s3Credentials({ AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://127.0.0.1:2" })).toBeUndefined();
  });
});
