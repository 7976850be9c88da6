-- A return that may be sent after the round's last day is reminded by its own: what was said is told apart by due day.
ALTER TABLE "return_reminders" ADD COLUMN "due_on" DATE;

UPDATE "return_reminders" m SET "due_on" = o."due_on"
  FROM "returns" r JOIN "return_rounds" o ON o."id" = r."round_id" WHERE r."id" = m."return_id";

ALTER TABLE "return_reminders" ALTER COLUMN "due_on" SET NOT NULL;

DROP INDEX "return_reminders_once_key";
CREATE UNIQUE INDEX "return_reminders_once_key" ON "return_reminders"("return_id", "user_id", "stage", "due_on");
