import type { ChannelType, Endpoint, Fault } from "../world/types";
import type { World } from "../world/world";
import { GraphError, graphError } from "./errors";

/** What faults do to a request that is accepted all the same. */
export type Effects = {
  failedStatus: number | null;
  isSilent: boolean;
  isTemplatePaused: boolean;
};

/** How the answer of a request is spoilt, before or after it is handled. */
export type Spoil = {
  names: string[];
  effects: Effects;
  slowMs: number;
  before: "hang" | "drop" | "html" | null;
  after: "hang" | "drop" | "error" | null;
  error: GraphError | null;
};

/** Takes every fault that fits a request, counting each down, and adds up what they do. */
export function takeFaults(
  world: World,
  request: {
    endpoint: Endpoint;
    channel: ChannelType | null;
    customerId: string | null;
    isTemplate: boolean;
  },
): Spoil {
  const spoil: Spoil = {
    names: [],
    effects: { failedStatus: null, isSilent: false, isTemplatePaused: false },
    slowMs: 0,
    before: null,
    after: null,
    error: null,
  };
  for (const fault of [...world.state.faults]) {
    if (!fits(fault, request)) continue;
    if (!apply(fault, spoil)) continue;
    spoil.names.push(fault.kind);
    countDown(world, fault);
  }
  return spoil;
}

function fits(
  fault: Fault,
  request: {
    endpoint: Endpoint;
    channel: ChannelType | null;
    customerId: string | null;
    isTemplate: boolean;
  },
): boolean {
  if (fault.endpoint !== "any" && fault.endpoint !== request.endpoint) return false;
  if (fault.channel && fault.channel !== request.channel) return false;
  if (fault.kind === "template_paused" && !request.isTemplate) return false;
  return !fault.customerId || fault.customerId === request.customerId;
}

/** False when another fault already decides the request, so that this one waits for the next. */
function apply(fault: Fault, spoil: Spoil): boolean {
  if (fault.kind === "slow") {
    spoil.slowMs += fault.ms ?? 3000;
    return true;
  }
  if (spoil.before || spoil.after || spoil.error || spoil.effects.failedStatus !== null) return false;
  switch (fault.kind) {
    case "timeout_before_accept":
      spoil.before = "hang";
      return true;
    case "drop_before_accept":
      spoil.before = "drop";
      return true;
    case "html_error":
      spoil.before = "html";
      return true;
    case "timeout_after_accept":
      spoil.after = "hang";
      return true;
    case "drop_after_accept":
      spoil.after = "drop";
      return true;
    case "error_after_accept":
      spoil.after = "error";
      return true;
    case "failed_status":
      spoil.effects.failedStatus = fault.code ?? 131026;
      return true;
    case "silent":
      spoil.effects.isSilent = true;
      return true;
    case "template_paused":
      spoil.effects.isTemplatePaused = true;
      return true;
    default:
      spoil.error = errorOf(fault);
      return true;
  }
}

function errorOf(fault: Fault): GraphError {
  if (fault.kind === "expired_token") return expiredToken();
  if (fault.kind === "server_error") return graphError(fault.code ?? 2, null, { httpStatus: 500 });
  const code = fault.code ?? (fault.kind === "rate_limit" ? 130429 : 131000);
  return graphError(code, fault.details, {
    ...(fault.message ? { message: fault.message } : {}),
    ...(fault.subcode ? { subcode: fault.subcode } : {}),
    ...(fault.httpStatus ? { httpStatus: fault.httpStatus } : {}),
  });
}

export function expiredToken(): GraphError {
  return new GraphError({
    code: 190,
    subcode: 463,
    message:
      "Error validating access token: Session has expired on Thursday, 19-Nov-26 09:00:00 PST. The current time is later than that.",
  });
}

function countDown(world: World, fault: Fault): void {
  if (fault.remaining === null) return;
  fault.remaining -= 1;
  if (fault.remaining <= 0) world.state.faults = world.state.faults.filter((row) => row !== fault);
  world.changed();
}
