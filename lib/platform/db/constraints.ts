import { AppError, messageOf } from "../errors/app-error";

/** Where a broken constraint is told: the form's field, if it has one, and the words. */
type Words = {
  field?: string;
  message: string;
  /** The parameter of the message that stands between « and » in the database's own words; `*`: part of the field. */
  names?: string;
};

/** Every named constraint that a person's input can break. The one file that turns their names into words. */
export const constraintWords: Record<string, Words> = {
  users_email_key: { field: "email", message: "users.errors.emailTaken" },
  parks_code_key: { field: "code", message: "parks.errors.codeTaken" },
  parks_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  parks_money_whole: { field: "plannedInvestment", message: "errors.moneyWhole" },
  buildings_park_code_key: { field: "code", message: "buildings.errors.codeTaken" },
  buildings_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  floors_building_label_key: { field: "floors", message: "buildings.errors.floorTwice" },
  floors_building_position_key: { field: "floors", message: "buildings.errors.floorTwice" },
  units_code_once: { field: "code", message: "units.errors.codeTaken" },
  units_area_positive: { field: "area", message: "errors.positive" },
  units_seats_positive: { field: "seats", message: "errors.positive" },
  unit_successions_joined: { field: "validFrom", message: "units.errors.notJoined" },
  unit_successions_balanced: { field: "reason", message: "units.errors.notBalanced" },
  units_valid_period: { field: "validTo", message: "units.errors.validPeriod" },
  enterprises_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  enterprises_foreign_share_range: { field: "foreignShare", message: "errors.percent" },
  enterprises_tags_few: { field: "tags", message: "errors.tagsMany" },
  projects_tags_few: { field: "tags", message: "errors.tagsMany" },
  enterprises_not_own_branch: { field: "branchOfId", message: "enterprises.errors.ownBranch" },
  enterprises_merged_closed: {
    field: "enterpriseId",
    message: "enterprises.errors.mergedInto",
    names: "firm",
  },
  enterprise_identifiers_live_key: { field: "identifiers", message: "enterprises.errors.identifierTaken" },
  enterprise_contacts_primary_key: { field: "contacts", message: "enterprises.errors.onePrimary" },
  presences_once: { field: "presences", message: "enterprises.errors.presenceTwice" },
  presences_period: { field: "presences", message: "errors.datesOrdered" },
  leases_lease_no_key: { field: "leaseNo", message: "leases.errors.leaseNoTaken" },
  leases_dates_ordered: { field: "endsOn", message: "errors.datesOrdered" },
  leases_not_own_renewal: { field: "renewalOfId", message: "leases.errors.ownRenewal" },
  leases_not_own_sublease: { field: "subleaseOfId", message: "leases.errors.ownSublease" },
  lease_lines_let_once: { field: "lines", message: "leases.errors.letTwice" },
  lease_lines_fit: { field: "lines", message: "leases.errors.beyondArea" },
  lease_lines_within_head: { field: "lines", message: "leases.errors.beyondHead" },
  lease_lines_same_park: { field: "lines", message: "leases.errors.otherPark" },
  lease_lines_unit_exists: { field: "lines", message: "leases.errors.unitNotThen" },
  lease_lines_lease_unit_key: { field: "lines", message: "leases.errors.unitTwice" },
  lease_lines_area_positive: { field: "lines", message: "errors.positive" },
  headcounts_enterprise_park_on_key: { field: "on", message: "headcounts.errors.dayTaken" },
  headcounts_parts_fit: { field: "total", message: "headcounts.errors.partsFit" },
  employees_staff_no_key: { field: "staffNo", message: "employees.errors.staffNoTaken" },
  employees_dates_ordered: { field: "leftOn", message: "errors.datesOrdered" },
  employees_purged_bare: { message: "employees.errors.purged" },
  employee_names_no_identity: { field: "name", message: "employees.errors.identityNumber" },
  projects_code_key: { field: "code", message: "projects.errors.codeTaken" },
  projects_days_ordered: { field: "deliveredOn", message: "errors.datesOrdered" },
  projects_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  projects_money_whole: { field: "plannedInvestment", message: "errors.moneyWhole" },
  commitments_code_key: { field: "code", message: "commitments.errors.codeTaken" },
  commitments_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  commitments_days_ordered: { field: "targetOn", message: "commitments.errors.dueAfterBaseline" },
  commitments_bound: { field: "metric", message: "commitments.errors.boundNeeded" },
  commitments_waived_reasoned: { field: "reason", message: "errors.required" },
  commitment_steps_day_key: { field: "steps", message: "commitments.errors.stepTwice" },
  commitment_measurements_day_key: { field: "on", message: "commitments.errors.dayTaken" },
  milestones_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  milestones_done_shown: { field: "evidence", message: "milestones.errors.shown" },
  milestones_still_shown: { field: "evidence", message: "milestones.errors.shown" },
  milestones_file_needed: { message: "milestones.errors.fileNeeded" },
  milestones_reason_of_done: { field: "noEvidenceReason", message: "milestones.errors.notDone" },
  milestones_weight_positive: { field: "weight", message: "errors.positive" },
  project_updates_text_present: { field: "textZh", message: "errors.required" },
  project_updates_period: { field: "periodTo", message: "errors.datesOrdered" },
  project_partners_name_present: { field: "partners", message: "projects.errors.partnerNeeded" },
  project_partners_enterprise_key: { field: "partners", message: "projects.errors.partnerTwice" },
  project_amounts_positive: { field: "money.amount", message: "errors.positive" },
  project_entries_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  project_entries_days_ordered: { field: "dueOn", message: "errors.datesOrdered" },
  project_entries_severity_of_risk: { field: "severity", message: "errors.choose" },
  project_entries_closed_told: { field: "outcome", message: "errors.required" },
  project_rags_days_ordered: { field: "expiresOn", message: "errors.datesOrdered" },
  milestone_dependencies_key: { field: "predecessorId", message: "milestones.errors.waitsAlready" },
  milestone_dependencies_two: { field: "predecessorId", message: "milestones.errors.circle" },
  milestone_dependencies_no_circle: { field: "predecessorId", message: "milestones.errors.circle" },
  milestone_proposals_open_key: { message: "milestones.errors.proposedAlready" },
  agreements_code_key: { field: "code", message: "agreements.errors.codeTaken" },
  agreements_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  agreements_days_ordered: { field: "expiresOn", message: "errors.datesOrdered" },
  agreements_renewal_months: { field: "renewalMonths", message: "errors.required" },
  agreement_parties_name_present: { field: "parties", message: "agreements.errors.partyNeeded" },
  agreement_parties_enterprise_key: { field: "parties", message: "agreements.errors.partyTwice" },
  meeting_series_code_key: { field: "code", message: "meetings.errors.codeTaken" },
  meeting_series_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  meetings_number_key: { field: "number", message: "meetings.errors.numberTaken" },
  meetings_number_positive: { field: "number", message: "errors.positive" },
  meetings_days_ordered: { field: "endsOn", message: "errors.datesOrdered" },
  meeting_attendees_name_present: { field: "attendees", message: "meetings.errors.organisationNeeded" },
  meeting_outcomes_text_present: { field: "outcomes", message: "errors.required" },
  action_items_outcome_id_fkey: { field: "outcomes", message: "meetings.errors.outcomeUsed" },
  action_items_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  action_items_days_ordered: { field: "raisedOn", message: "errors.datesOrdered" },
  action_items_closed_once: { message: "action-items.errors.closed" },
  views_owner_list_name_key: { field: "name", message: "views.errors.nameTaken" },
  views_name_present: { field: "name", message: "errors.required" },
  returns_final_decided: { message: "returns.errors.final" },
  return_rounds_final_decided: { message: "return-rounds.errors.undecided" },
  change_requests_firm_key: { message: "change-requests.errors.openAlready" },
  change_requests_milestone_key: { message: "change-requests.errors.openAlready" },
  change_requests_commitment_key: { message: "change-requests.errors.openAlready" },
  change_request_fields_refused_told: { field: "decisions", message: "change-requests.errors.why" },
  enterprise_qualifications_days_ordered: { field: "qualifications", message: "errors.datesOrdered" },
  custom_fields_key_key: { field: "key", message: "custom-fields.errors.keyTaken" },
  custom_fields_key_form: { field: "key", message: "custom-fields.errors.key" },
  custom_fields_key_fixed: { field: "key", message: "custom-fields.errors.keyFixed" },
  custom_fields_type_fixed: { field: "type", message: "custom-fields.errors.typeFixed" },
  custom_fields_label_zh_key: { field: "labelZh", message: "custom-fields.errors.labelTaken" },
  custom_fields_label_en_key: { field: "labelEn", message: "custom-fields.errors.labelTaken" },
  custom_fields_label_present: { field: "labelZh", message: "custom-fields.errors.oneLabel" },
  custom_fields_range: { field: "maxValue", message: "custom-fields.errors.range" },
  custom_field_options_key_key: { field: "options", message: "custom-fields.errors.labelTaken" },
  custom_field_options_label_zh_key: { field: "options", message: "custom-fields.errors.labelTaken" },
  custom_field_options_label_en_key: { field: "options", message: "custom-fields.errors.labelTaken" },
  custom_field_options_label_present: { field: "options", message: "custom-fields.errors.oneLabel" },
  custom_field_uses_field_id_fkey: { message: "custom-fields.errors.usedMeanwhile" },
  custom_field_uses_option_id_fkey: { field: "options", message: "custom-fields.errors.optionUsedMeanwhile" },
  custom_values_known: { field: "custom.*", message: "custom-fields.errors.gone", names: "*" },
  custom_values_typed: { field: "custom.*", message: "errors.invalid", names: "*" },
  custom_values_chosen: { field: "custom.*", message: "errors.choose", names: "*" },
  programmes_code_key: { field: "code", message: "programmes.errors.codeTaken" },
  programmes_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  programmes_years_ordered: { field: "lastYear", message: "programmes.errors.years?most=51" },
  programmes_target_positive: { field: "target", message: "errors.positive" },
  programme_cohorts_year_key: { field: "year", message: "programmes.errors.yearTaken" },
  programme_cohorts_counts: { field: "completed", message: "errors.atLeast?min=0" },
  rates_day_key: { field: "on", message: "rates.errors.dayTaken" },
  rates_positive: { field: "rate", message: "rates.errors.positive" },
  rates_two_currencies: { field: "quote", message: "rates.errors.sameCurrency" },
  instruments_code_key: { field: "code", message: "instruments.errors.codeTaken" },
  instruments_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  instruments_amount_positive: { field: "amount.amount", message: "errors.positive" },
  instruments_rate_whole: { field: "rateUsed", message: "instruments.errors.rate" },
  instruments_days_ordered: { field: "maturesOn", message: "errors.datesOrdered" },
  policies_code_key: { field: "code", message: "policies.errors.codeTaken" },
  policies_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  policies_not_own_system: { field: "systemId", message: "policies.errors.systemInSystem" },
  policies_system_is_one: { field: "systemId", message: "policies.errors.systemIsOne" },
  policy_versions_one_a_day: { field: "inForceFrom", message: "policies.errors.oneADay" },
  policy_versions_days_ordered: { field: "inForceTo", message: "errors.datesOrdered" },
  policy_agreements_key: { field: "agreements", message: "policies.errors.tiedTwice" },
  policy_programmes_key: { field: "programmes", message: "policies.errors.tiedTwice" },
  zone_name_present: { field: "nameZh", message: "errors.oneNameNeeded" },
  zone_pkey: { message: "errors.stale" },
  claims_code_key: { field: "code", message: "claims.errors.codeTaken" },
  claims_text_present: { field: "textZh", message: "claims.errors.text" },
  claims_withdrawn_after: { field: "withdrawnOn", message: "claims.errors.beforePublished" },
  claim_bindings_scope: { field: "bindings", message: "claims.errors.scope" },
  claim_bindings_currency: { field: "bindings", message: "errors.currency" },
  claim_bindings_said: { field: "bindings", message: "errors.atLeast?min=0" },
  return_forms_code_key: { field: "code", message: "return-forms.errors.codeTaken" },
  return_forms_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  return_form_versions_frozen: { message: "return-forms.errors.frozen" },
  return_form_versions_number_key: { message: "errors.stale" },
  return_rounds_code_key: { field: "code", message: "return-rounds.errors.codeTaken" },
  return_rounds_title_present: { field: "titleZh", message: "errors.oneNameNeeded" },
  return_rounds_days_ordered: { field: "dueOn", message: "return-rounds.errors.days" },
  returns_exempt_reasoned: { field: "reason", message: "returns.errors.exemptReason" },
  returns_round_enterprise_key: { message: "errors.stale" },
  attachments_one_owner: { message: "attachments.errors.oneOwner" },
  attachments_size_range: { field: "file", message: "attachments.errors.size" },
};

/** Prisma hides the name of a constraint in a different place for each kind. */
type PrismaLike = {
  code?: string;
  message?: string;
  meta?: { driverAdapterError?: { cause?: Record<string, unknown> } };
};

/** The named constraint that an error of the database speaks of, or null. */
export function constraintOf(error: unknown): string | null {
  for (const name of textOf(error).matchAll(/[a-z][a-z0-9_]+/g)) {
    if (name[0] in constraintWords) return name[0];
  }
  return null;
}

function textOf(error: unknown): string {
  const { message = "", meta } = (error ?? {}) as PrismaLike;
  const cause = meta?.driverAdapterError?.cause;
  return `${message} ${cause ? JSON.stringify(cause) : ""}`;
}

/** True when PostgreSQL gave up one of two writers that waited for each other: trying again is right. */
export function isRetryable(error: unknown): boolean {
  const { code, message = "", meta } = (error ?? {}) as PrismaLike;
  const cause = JSON.stringify(meta?.driverAdapterError?.cause ?? "");
  return code === "P2034" || /40P01|40001|deadlock detected|could not serialize/.test(`${message} ${cause}`);
}

/** A broken constraint in words, or the error itself. */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const name = constraintOf(error);
  const words = name ? constraintWords[name] : undefined;
  if (!words) return error;
  const named = words.names ? /«([^»]*)»/.exec(textOf(error))?.[1] : undefined;
  const said = words.names && words.names !== "*";
  const message = said ? messageOf(words.message, { [words.names ?? ""]: named }) : words.message;
  const field = words.field?.replace("*", named ?? "");
  return new AppError("CONFLICT", message, field ? { [field]: message } : undefined);
}
