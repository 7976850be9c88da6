import type { CommitmentDto } from "@/lib/domain/commitments/dto";

/** What the form opens with. */
export function toDefaults(commitment?: CommitmentDto) {
  return {
    code: commitment?.code ?? "",
    titleZh: commitment?.titleZh ?? "",
    titleEn: commitment?.titleEn ?? "",
    promisorId: commitment?.promisorId ?? "",
    promisorZh: commitment?.promisorZh ?? "",
    promisorEn: commitment?.promisorEn ?? "",
    promiseeZh: commitment?.promiseeZh ?? "",
    promiseeEn: commitment?.promiseeEn ?? "",
    sourceZh: commitment?.sourceZh ?? "",
    sourceEn: commitment?.sourceEn ?? "",
    agreementId: commitment?.agreementId ?? "",
    projectId: commitment?.projectId ?? "",
    metric: commitment?.metric ?? ("TYPED" as const),
    ofEnterpriseId: commitment?.ofEnterpriseId ?? "",
    ofParkId: commitment?.ofParkId ?? "",
    ofProgrammeId: commitment?.ofProgrammeId ?? "",
    ofProjectId: commitment?.ofProjectId ?? "",
    ofAgreementId: commitment?.ofAgreementId ?? "",
    unitZh: commitment?.unitZh ?? "",
    unitEn: commitment?.unitEn ?? "",
    baselineValue: commitment?.baselineValue ?? "0",
    baselineOn: commitment?.baselineOn ?? "",
    targetValue: commitment?.targetValue ?? "",
    targetOn: commitment?.targetOn ?? "",
    path: commitment?.path ?? ("LINEAR" as const),
    steps: commitment?.steps.map(({ on, value }) => ({ on: String(on), value })) ?? [],
    ownerId: commitment?.ownerId ?? "",
  };
}
