import { createActionItemSchema } from "@/lib/domain/action-items/schema";
import { createActionItem } from "@/lib/domain/action-items/service";
import { createAgreementSchema } from "@/lib/domain/agreements/schema";
import { createAgreement } from "@/lib/domain/agreements/service";
import { createMeetingSchema, createSeriesSchema } from "@/lib/domain/meetings/schema";
import { createMeeting } from "@/lib/domain/meetings/service";
import { createSeries } from "@/lib/domain/meetings/service-series";
import { system, unique } from "./factories";

/** What was promised, for tests: made through the services, every name new. */
type Fields = Record<string, unknown>;

export async function makeSeries(input: Fields = {}) {
  const code = unique("S-");
  const { id } = await createSeries(
    system,
    createSeriesSchema.parse({ code, nameEn: `Council ${code}`, ...input }),
  );
  return { id, code };
}

/** The 18th session of a series of its own, on 2022-11-01, unless told. */
export async function makeMeeting(input: Fields = {}) {
  const seriesId = (input.seriesId as string | undefined) ?? (await makeSeries()).id;
  const fields = { number: 18, startsOn: "2022-11-01", ...input, seriesId };
  const { id } = await createMeeting(system, createMeetingSchema.parse(fields));
  return { id, seriesId };
}

/** An MOU signed on 2022-11-01 by an authority, without an expiry, unless told. */
export async function makeAgreement(input: Fields = {}) {
  const code = unique("AG-");
  const parties = [{ nameEn: "An authority", country: "SG" }];
  const fields = { code, titleEn: `Agreement ${code}`, signedOn: "2022-11-01", parties, ...input };
  const { id } = await createAgreement(system, createAgreementSchema.parse(fields));
  return { id, code: String(fields.code) };
}

/** Raised on 2022-11-01, due on 2022-12-31, unless told. */
export async function makeActionItem(input: Fields = {}) {
  const fields = { titleEn: unique("Item "), raisedOn: "2022-11-01", dueOn: "2022-12-31", ...input };
  const { id } = await createActionItem(system, createActionItemSchema.parse(fields));
  return { id, titleEn: String(fields.titleEn) };
}
