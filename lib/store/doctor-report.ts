import { DoctorReport } from "@/lib/domain/doctor/result";
import { typedCollection } from "./typed-collection";

/** `settings/doctor`: what the setup check last found. */
export const doctorReport = () => typedCollection("settings", DoctorReport).doc("doctor");

/** The last report; an empty one when nothing was checked yet, or when it was written by a version that kept it otherwise. */
export async function readDoctorReport(): Promise<DoctorReport> {
  const nothing: DoctorReport = { id: "doctor", checkedAt: null, results: [] };
  try {
    return (await doctorReport().get()).data() ?? nothing;
  } catch (error) {
    if (error instanceof Error && error.name === "ZodError") return nothing;
    throw error;
  }
}
