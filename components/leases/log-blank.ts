import type { identifierTypes } from "@/lib/domain/enterprises/schema";

export type TenancyValues = {
  parkId: string;
  enterpriseId: string;
  firm: {
    nameZh: string;
    nameEn: string;
    identifier: string;
    identifierType: (typeof identifierTypes)[number];
    country: string;
    cluster: "OTHER";
  };
  otherThan: string[];
  startsOn: string;
  endsOn: string;
  lines: { unitId: string; area: string }[];
  headcount: string;
  headcountOn: string;
  leaseNo: string;
  signedOn: string;
  movedIn: boolean;
};

export const blankLine = { unitId: "", area: "" };

/** Nothing but what the next tenant shares with the last: the park and the dates. */
export function blankTenancy(terms: Pick<TenancyValues, "parkId" | "startsOn" | "endsOn">): TenancyValues {
  return {
    ...terms,
    enterpriseId: "",
    firm: {
      nameZh: "",
      nameEn: "",
      identifier: "",
      identifierType: "USCC",
      country: "",
      cluster: "OTHER",
    },
    otherThan: [],
    lines: [blankLine],
    headcount: "",
    headcountOn: "",
    leaseNo: "",
    signedOn: "",
    movedIn: true,
  };
}
