"use client";

import { useSearchParams } from "next/navigation";
import { OtherParams } from "@/components/layout/other-params";

/** The day and the park of the address, kept when the search beside the plan is sent. */
export function CarriedDay() {
  return <OtherParams params={useSearchParams()} except={["area", "freeFrom"]} />;
}
