import { receiveRequest, shakeHands } from "@/lib/server/webhook-route";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export const GET = (request: Request) => shakeHands("instagram", request);
export const POST = (request: Request) => receiveRequest("instagram", request);
