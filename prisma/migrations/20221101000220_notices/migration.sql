-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'RETURN_MISSING' AFTER 'RETURN_OVERDUE';

-- AlterTable
ALTER TABLE "return_reminders" ADD COLUMN     "skipped" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "notification_digests" (
    "user_id" UUID NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "notification_digests_pkey" PRIMARY KEY ("user_id","on")
);

-- CreateTable
CREATE TABLE "notification_calendars" (
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_calendars_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_calendars_token_hash_key" ON "notification_calendars"("token_hash");

-- AddForeignKey
ALTER TABLE "notification_digests" ADD CONSTRAINT "notification_digests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_calendars" ADD CONSTRAINT "notification_calendars_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The bell counts these at each page; the summary looks for those that it has not told.
CREATE INDEX "notifications_unread_idx" ON "notifications" ("user_id") WHERE "read_at" IS NULL;
CREATE INDEX "notifications_untold_idx" ON "notifications" ("user_id", "created_at") WHERE "digested_at" IS NULL;
