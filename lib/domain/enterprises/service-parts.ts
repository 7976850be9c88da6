import "server-only";
import type { Tx } from "@/lib/platform/db/client";

/** Those of a park and day for which the staying firm has declared none; of two for one day, the stayer's is kept. */
export async function moveHeadcounts(tx: Tx, id: string, goesId: string) {
  const dropped = await tx.$executeRaw`
    DELETE FROM headcounts g USING headcounts s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND s.park_id = g.park_id AND s.on_date = g.on_date`;
  const { count } = await tx.headcount.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id, version: { increment: 1 } },
  });
  return { moved: count, dropped };
}

/** A person whom both have under one staff number is kept once, as the staying firm has it. */
export async function moveEmployees(tx: Tx, id: string, goesId: string) {
  const dropped = await tx.$executeRaw`
    DELETE FROM employees g USING employees s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND s.staff_no = g.staff_no`;
  const { count } = await tx.employee.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id, version: { increment: 1 } },
  });
  return { moved: count, dropped };
}

/** Spans of one kind in one park that overlap become one; the rest move as they are. */
export async function movePresences(tx: Tx, id: string, goesId: string): Promise<number> {
  const rows = await tx.presence.findMany({
    where: { enterpriseId: { in: [id, goesId] } },
    orderBy: [{ parkId: "asc" }, { kind: "asc" }, { fromOn: "asc" }, { id: "asc" }],
  });
  const spans: (typeof rows)[] = [];
  const endOf = (span: typeof rows) => Math.max(...span.map(({ toOn }) => toOn?.getTime() ?? Infinity));
  for (const row of rows) {
    const span = spans.at(-1);
    const like = span?.[0];
    const joins =
      like?.parkId === row.parkId && like.kind === row.kind && row.fromOn.getTime() <= endOf(span ?? []);
    if (span && joins) span.push(row);
    else spans.push([row]);
  }
  for (const span of spans) {
    const first = span[0];
    const keep = span.find(({ enterpriseId }) => enterpriseId === id) ?? first;
    if (!keep || !first || span.every(({ enterpriseId }) => enterpriseId === id)) continue;
    const others = span.filter((row) => row !== keep).map((row) => row.id);
    if (others.length > 0) await tx.presence.deleteMany({ where: { id: { in: others } } });
    const end = endOf(span);
    const toOn = end === Infinity ? null : new Date(end);
    await tx.presence.update({
      where: { id: keep.id },
      data: { enterpriseId: id, fromOn: first.fromOn, toOn },
      select: { id: true },
    });
  }
  return rows.filter(({ enterpriseId }) => enterpriseId === goesId).length;
}

/** As former ones, but for a kind of which the staying firm has no live number: then it is the firm's number. */
export async function moveIdentifiers(tx: Tx, id: string, goesId: string): Promise<number> {
  const theirs = await tx.enterpriseIdentifier.findMany({ where: { enterpriseId: goesId } });
  const own = await tx.enterpriseIdentifier.findMany({ where: { enterpriseId: id } });
  for (const row of theirs) {
    const live = own.some(({ type, former }) => type === row.type && !former);
    const same = own.filter(({ type, value }) => type === row.type && value === row.value);
    const former = row.former || live;
    // The same number on both: once, and as the staying firm's where that is live.
    const drop = former && same.length > 0 ? [row.id] : same.map((other) => other.id);
    if (drop.length > 0) await tx.enterpriseIdentifier.deleteMany({ where: { id: { in: drop } } });
    if (drop.includes(row.id)) continue;
    const data = { enterpriseId: id, former };
    await tx.enterpriseIdentifier.update({ where: { id: row.id }, data, select: { id: true } });
  }
  return theirs.length;
}

/** A contact that both have alike is kept once; the first contact remains the staying firm's. */
export async function moveContacts(tx: Tx, id: string, goesId: string): Promise<number> {
  await tx.$executeRaw`
    DELETE FROM enterprise_contacts g USING enterprise_contacts s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND (s.name, s.position, s.phone, s.email)
        IS NOT DISTINCT FROM (g.name, g.position, g.phone, g.email)`;
  if ((await tx.enterpriseContact.count({ where: { enterpriseId: id, primary: true } })) > 0) {
    const first = { enterpriseId: goesId, primary: true };
    await tx.enterpriseContact.updateMany({ where: first, data: { primary: false } });
  }
  const moved = await tx.enterpriseContact.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id },
  });
  return moved.count;
}

/** A qualification that both have alike is kept once, as the staying firm has it. */
export async function moveQualifications(tx: Tx, id: string, goesId: string): Promise<number> {
  await tx.$executeRaw`
    DELETE FROM enterprise_qualifications g USING enterprise_qualifications s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND (s.title, s.number, s.issuer, s.valid_from, s.valid_to)
        IS NOT DISTINCT FROM (g.title, g.number, g.issuer, g.valid_from, g.valid_to)`;
  const { count } = await tx.enterpriseQualification.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id },
  });
  return count;
}

/**
 * What the firm that goes has asked for is asked by the one that stays, and told as stale where that has another
 * value. Of two requests about the firms' own records the stayer's is under way; the other is withdrawn.
 */
export async function moveChangeRequests(tx: Tx, id: string, goesId: string): Promise<number> {
  await tx.$executeRaw`
    UPDATE change_requests g SET state = 'WITHDRAWN', version = g.version + 1
    FROM change_requests s WHERE g.enterprise_id = ${goesId}::uuid AND s.enterprise_id = ${id}::uuid
      AND g.milestone_id IS NULL AND g.commitment_id IS NULL AND s.milestone_id IS NULL AND s.commitment_id IS NULL
      AND g.state IN ('OPEN', 'RETURNED') AND s.state IN ('OPEN', 'RETURNED')`;
  const { count } = await tx.changeRequest.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id, version: { increment: 1 } },
  });
  return count;
}

/** Who acts for the firm that goes acts for the one that stays; who does so already does it as before. */
export async function moveUsers(tx: Tx, id: string, goesId: string): Promise<number> {
  await tx.$executeRaw`
    DELETE FROM user_enterprises g USING user_enterprises s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND s.user_id = g.user_id`;
  const moved = await tx.userEnterprise.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id },
  });
  return moved.count;
}
