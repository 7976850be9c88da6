import { UndoButton } from "@/components/change-sets/undo-button";
import { undoWords } from "@/components/change-sets/undo-words";
import { customShown } from "@/components/custom-fields/custom-shown";
import { TimelineHistory } from "@/components/ui/timeline-history";
import { fieldLabel } from "@/lib/domain/change-requests/labels";
import { listUndoable } from "@/lib/domain/change-sets/queries";
import { asksReason } from "@/lib/domain/change-sets/rules";
import { customLabel } from "@/lib/domain/custom-fields/labels";
import { readCustomChanges } from "@/lib/domain/custom-fields/queries-history";
import { requireViewer } from "@/lib/platform/auth/session";
import type { FieldChange, HistoryEntry } from "@/lib/platform/change-sets/history";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** A record's change sets in the reader's words. `noun` is the namespace its fields are named in. */
export async function RecordHistory(props: {
  entries: HistoryEntry[];
  noun: string;
  /** What fields are called that the record itself names, such as the questions of a form. */
  labels?: Readonly<Record<string, string>>;
}) {
  const { noun } = props;
  const viewer = await requireViewer();
  const { entries, fieldOf } = await readCustomChanges(viewer, props.entries);
  const [t, history, formats, words, undoable] = await Promise.all([
    getTranslations(),
    getTranslations("history"),
    getFormats(),
    undoWords(),
    listUndoable(
      viewer,
      entries.map((entry) => entry.changeSetId),
    ),
  ]);
  return (
    <TimelineHistory
      entries={entries.map((entry) => ({
        id: entry.changeSetId,
        at: entry.at,
        by: entry.actor,
        onBehalfOf: entry.onBehalfOf,
        verb: verbOf(entry.verb),
        via: history(`via.${entry.via}`),
        reason: entry.reason,
        undo: undoable.has(entry.changeSetId) ? (
          <UndoButton
            changeSetId={entry.changeSetId}
            words={words}
            asks={asksReason(entry.verb, viewer.enterpriseIds !== null)}
            label={t("change-sets.undoLabel", {
              what: verbOf(entry.verb),
              when: formats.dateTime(entry.at),
            })}
          />
        ) : undefined,
        changes: entry.rows.flatMap((row) =>
          row.fields.map((change) => ({
            ...change,
            field: labelOf(row.table, change),
            ...valuesOf(row.table, change),
          })),
        ),
      }))}
    />
  );

  function verbOf(verb: string): string {
    const [name, act] = verb.split(".");
    const key = `${name}.verbs.${act}`;
    return t.has(key) ? t(key) : verb;
  }

  /** The noun's own word for a column, else a common one, else the column as it is. */
  function labelOf(table: string, { field }: FieldChange): string {
    const own = fieldOf(field);
    if (own) return customLabel(viewer.locale, own);
    const named = props.labels?.[field];
    if (named) return named;
    const name = camel(field);
    const space = spaceOf(table);
    // A column with coded values names them under its own name, and itself with "Label".
    const keys = [
      ...[`${space}.${name}Label`, `${noun}.${name}Label`],
      ...[`${space}.${name}`, `${noun}.${name}`, `history.fields.${name}`],
    ];
    const key = keys.find((candidate) => t.has(candidate));
    const label = key ? t(key) : field;
    const part = `history.parts.${table}`;
    return t.has(part) ? `${t(part)}: ${label}` : label;
  }

  /** Coded values have words; everything else shows as it was written. */
  function valuesOf(table: string, { field, before, after }: FieldChange) {
    const own = fieldOf(field);
    if (own) {
      const show = (value: string | null) => value && customShown(viewer.locale, formats, own, value);
      return { before: show(before), after: show(after) };
    }
    const say = (value: string | null) => {
      if (value === null) return null;
      if (field === "name_id") return t("employees.withheld");
      if (table === "change_request_fields" && field === "field") return t(fieldLabel(value) as never);
      if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formats.dateTime(value);
      // A figure is no code, and a message of one word has letters under its figures.
      if (/^-?\d/.test(value)) return value;
      const [space, name] = [spaceOf(table), camel(field)];
      const key = [
        `${space}.${name}.${value}`,
        `${noun}.${name}.${value}`,
        `${space}.${name}s.${value}`,
      ].find((k) => t.has(k));
      if (key) return t(key);
      if (value === "true") return history("yes");
      return value === "false" ? history("no") : value;
    };
    return { before: say(before), after: say(after) };
  }
}

const spaces: Record<string, string> = {
  lease_lines: "leases",
  project_updates: "projects",
  project_partners: "projects",
  project_amounts: "projects",
  project_entries: "projects",
  project_rags: "projects",
  milestone_dependencies: "milestones",
  milestone_proposals: "milestones",
  floors: "buildings",
  name_openings: "name-openings",
  unit_successions: "units",
  custom_fields: "custom-fields",
  custom_field_options: "custom-fields",
  agreement_parties: "agreements",
  agreement_events: "agreements",
  meeting_series: "meetings",
  meeting_attendees: "meetings",
  meeting_outcomes: "meetings",
  action_items: "action-items",
  programme_cohorts: "programmes",
  policy_versions: "policies",
  claim_bindings: "claims",
  policy_agreements: "policies",
  policy_programmes: "policies",
  change_request_fields: "change-requests",
  return_forms: "return-forms",
  return_form_versions: "return-forms",
  return_rounds: "return-rounds",
};

function spaceOf(table: string): string {
  return spaces[table] ?? table;
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
