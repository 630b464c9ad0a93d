import { getApps, initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
export const dynamic = "force-dynamic";
export async function GET() {
  if (!getApps().length) initializeApp({ projectId: process.env.FIREBASE_PROJECT_ID });
  await getFirestore().collection("x").doc("a").set({ a: 1 });
  return Response.json({ ok: true });
}
