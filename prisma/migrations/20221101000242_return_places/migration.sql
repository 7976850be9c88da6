-- The parks of a firm that is in more than one of a round's: its people are asked by park.
CREATE TABLE "return_places" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,

    CONSTRAINT "return_places_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "return_places_park_id_idx" ON "return_places"("park_id");
CREATE UNIQUE INDEX "return_places_park_key" ON "return_places"("return_id", "park_id");
ALTER TABLE "return_places" ADD CONSTRAINT "return_places_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "return_places" ADD CONSTRAINT "return_places_park_id_fkey" FOREIGN KEY ("park_id") REFERENCES "parks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT record_table('return_places', 'return_id');
SELECT firm_reads('return_places', 'return_id IN (SELECT id FROM returns)');
