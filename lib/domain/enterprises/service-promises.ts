import "server-only";
import type { Tx } from "@/lib/platform/db/client";

/** What a firm signed, attended, promised, issued or stands for, to the firm that it is now. */
export async function movePromises(tx: Tx, id: string, goesId: string): Promise<void> {
  // Both may have signed one paper: the party is then one, and stays as it stands.
  await tx.$executeRaw`
    DELETE FROM agreement_parties g USING agreement_parties s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND s.agreement_id = g.agreement_id`;
  await tx.$executeRaw`
    DELETE FROM project_partners g USING project_partners s WHERE g.enterprise_id = ${goesId}::uuid
      AND s.enterprise_id = ${id}::uuid AND s.project_id = g.project_id`;
  const party = { where: { enterpriseId: goesId }, data: { enterpriseId: id } };
  await tx.agreementParty.updateMany(party);
  await tx.meetingAttendee.updateMany(party);
  await tx.projectPartner.updateMany(party);
  const version = { increment: 1 };
  await tx.commitment.updateMany({ where: { promisorId: goesId }, data: { promisorId: id, version } });
  await tx.commitment.updateMany({
    where: { ofEnterpriseId: goesId },
    data: { ofEnterpriseId: id, version },
  });
  await tx.instrument.updateMany({ where: { issuerId: goesId }, data: { issuerId: id, version } });
  // The claims' own versions are theirs who edit them: what they are bound to is the same firm.
  await tx.claimBinding.updateMany(party);
  const institute = { where: { instituteId: goesId }, data: { instituteId: id, version } };
  await tx.policy.updateMany(institute);
  await tx.programme.updateMany(institute);
}

/**
 * What the firm was asked, to the firm that it is now; where that one has a return of the same round, it stays: two
 * answers were given or asked for, and the round's figures count what was. One that nobody can answer any more is not
 * asked for.
 */
export async function moveReturns(tx: Tx, id: string, goesId: string): Promise<number> {
  const moved = await tx.$executeRaw`
    UPDATE returns g SET enterprise_id = ${id}::uuid, version = g.version + 1 WHERE g.enterprise_id = ${goesId}::uuid
      AND NOT EXISTS (SELECT 1 FROM returns s WHERE s.enterprise_id = ${id}::uuid AND s.round_id = g.round_id)`;
  await tx.$executeRaw`
    UPDATE returns g SET state = 'EXEMPT', exemption = 'OTHER', exempt_reason = ${MERGED}, version = g.version + 1
    FROM return_rounds o WHERE o.id = g.round_id AND o.closed_at IS NULL AND g.enterprise_id = ${goesId}::uuid
      AND g.state IN ('NOT_STARTED', 'DRAFT', 'RETURNED')`;
  return moved;
}

/**
 * Who is invited to act for the firm, and who says that they do, to the firm that it is now. Of two open invitations to
 * one address the staying firm's own is kept.
 */
export async function moveJoining(tx: Tx, id: string, goesId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE invitations g SET withdrawn_at = now(), version = g.version + 1
    FROM invitations s WHERE g.enterprise_id = ${goesId}::uuid AND s.enterprise_id = ${id}::uuid AND s.email = g.email
      AND g.accepted_at IS NULL AND g.withdrawn_at IS NULL AND s.accepted_at IS NULL AND s.withdrawn_at IS NULL`;
  const version = { increment: 1 };
  const moved = { where: { enterpriseId: goesId }, data: { enterpriseId: id, version } };
  await tx.invitation.updateMany(moved);
  await tx.joinRequest.updateMany(moved);
}

/** Written by no person, and read in either language. */
const MERGED = "已合并 / merged into another firm";
