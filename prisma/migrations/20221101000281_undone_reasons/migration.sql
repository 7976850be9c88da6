-- From now on the office says why it puts back what a firm changed; what was told before says that no reason was given.
UPDATE "notifications" SET "params" = "params" || '{"reason": "—"}' WHERE "kind" = 'CHANGE_UNDONE' AND NOT "params" ? 'reason';
