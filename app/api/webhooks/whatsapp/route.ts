import { receiveRequest, shakeHands } from "@/lib/server/webhook-route";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export const GET = (request: Request) => shakeHands("whatsapp", request);
export const POST = (request: Request) => receiveRequest("whatsapp", request);
