import { randomUUID } from "node:crypto";

export const firebasePassword = "six green bottles";

type Mail = { email: string; oobCode: string; requestType: string };
type Signed = { idToken: string; localId: string };

/** What a browser does at Firebase, by its REST API on the emulator. */
export function firebaseRest(host: string, projectId: string) {
  const call = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(`http://${host}/identitytoolkit.googleapis.com/v1/${path}?key=test`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    signUp: (email: string) =>
      call<Signed>("accounts:signUp", { email, password: firebasePassword, returnSecureToken: true }),
    signIn: (email: string, password = firebasePassword) =>
      call<Signed>("accounts:signInWithPassword", { email, password, returnSecureToken: true }),
    signInWithGoogle: (email: string, isVerified = true) => {
      const claims = JSON.stringify({ sub: randomUUID(), email, email_verified: isVerified });
      return call<Signed>("accounts:signInWithIdp", {
        postBody: `id_token=${encodeURIComponent(claims)}&providerId=google.com`,
        requestUri: "http://localhost",
        returnIdpCredential: true,
        returnSecureToken: true,
      });
    },
    resetPassword: (oobCode: string, newPassword: string) =>
      call("accounts:resetPassword", { oobCode, newPassword }),
    /** What the emulator would have mailed, oldest first. */
    mails: async () => {
      const answer = await fetch(`http://${host}/emulator/v1/projects/${projectId}/oobCodes`);
      return ((await answer.json()) as { oobCodes: Mail[] }).oobCodes;
    },
    /** An unsigned ID token, which only the emulator takes; for claims that no real sign-in gives here. */
    forge: (uid: string, claims: Record<string, unknown>) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: `https://securetoken.google.com/${projectId}`,
        aud: projectId,
        sub: uid,
        user_id: uid,
        iat: now,
        exp: now + 3600,
        auth_time: now,
        firebase: { sign_in_provider: "password", identities: {} },
        ...claims,
      };
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none", typ: "JWT" })}.${part(payload)}.`;
    },
  };
}
